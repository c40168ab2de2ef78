"""What is due, as SQL. Written by ``python3 dev.py sql`` out of ``queries``; never by hand."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Statement(NamedTuple):
    """SQL with the parameters it takes, by name, and the columns that are days."""

    sql: str
    parameters: tuple[str, ...]
    days: tuple[str, ...]


LACKS: Final = ("award", "number", "suppliers", "starts_on", "ends_on")

STATEMENTS: Final[Mapping[str, Statement]] = {
    "contracts": Statement(
        """
            SELECT open_matters.contract_id, open_matters.kind, open_matters.due_on, open_matters.requirement_id, open_matters.code,
            open_matters.part_id, open_matters.version, open_matters.due_on AS due, contract.title, supplier.name AS organisation
            FROM (SELECT contract.id AS contract_id, 'first_meeting' AS kind, requirement.first_meeting_by AS due_on, requirement.id AS
            requirement_id, requirement.code AS code, requirement.id AS part_id, requirement.version AS version
            FROM contract JOIN requirement ON requirement.contract_id = contract.id
            WHERE requirement.first_meeting_by IS NOT NULL AND requirement.confirmed = 1 AND requirement.voided_on IS NULL AND
            requirement.assessment IS NULL AND requirement.first_meeting_held_on IS NULL AND contract.voided_on IS NULL AND
            contract.intended IS 0 AND trim(coalesce(contract.number, '')) != '' AND contract.starts_on IS NOT NULL AND contract.ends_on IS
            NOT NULL AND (EXISTS (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier')) AND (contract.ends_on >= :today OR
            date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT coalesce(sum(contract_option.length_months),
            0) AS coalesce_2
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_2
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') >= :today) UNION ALL SELECT contract.id AS contract_id, 'first_start' AS kind, requirement.first_start_by
            AS due_on, requirement.id AS requirement_id, requirement.code AS code, requirement.id AS part_id, requirement.version AS version
            FROM contract JOIN requirement ON requirement.contract_id = contract.id
            WHERE requirement.first_start_by IS NOT NULL AND requirement.confirmed = 1 AND requirement.voided_on IS NULL AND
            requirement.assessment IS NULL AND requirement.first_offer_on IS NULL AND NOT (EXISTS (SELECT *
            FROM placement
            WHERE placement.requirement_id = requirement.id AND placement.voided_on IS NULL AND placement.starts_on <= :today)) AND NOT
            (EXISTS (SELECT *
            FROM opening
            WHERE opening.requirement_id = requirement.id AND opening.voided_on IS NULL AND opening.offered_on IS NOT NULL)) AND
            contract.voided_on IS NULL AND contract.intended IS 0 AND trim(coalesce(contract.number, '')) != '' AND contract.starts_on IS
            NOT NULL AND contract.ends_on IS NOT NULL AND (EXISTS (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier')) AND (contract.ends_on >= :today OR
            date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT coalesce(sum(contract_option.length_months),
            0) AS coalesce_5
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_5
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') >= :today) UNION ALL SELECT contract.id AS contract_id, 'report_due' AS kind, supplier_report.due_on AS
            due_on, requirement.id AS requirement_id, requirement.code AS code, supplier_report.id AS part_id, supplier_report.version AS
            version
            FROM contract JOIN requirement ON requirement.contract_id = contract.id JOIN supplier_report ON supplier_report.requirement_id =
            requirement.id
            WHERE supplier_report.due_on IS NOT NULL AND requirement.confirmed = 1 AND requirement.voided_on IS NULL AND
            requirement.assessment IS NULL AND supplier_report.received_on IS NULL AND contract.voided_on IS NULL AND contract.intended IS 0
            AND trim(coalesce(contract.number, '')) != '' AND contract.starts_on IS NOT NULL AND contract.ends_on IS NOT NULL AND (EXISTS
            (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier')) AND (contract.ends_on >= :today OR
            date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT coalesce(sum(contract_option.length_months),
            0) AS coalesce_8
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_8
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') >= :today) UNION ALL SELECT contract.id AS contract_id, 'option_notice' AS kind, contract_option.notice_by
            AS due_on, NULL AS requirement_id, contract.code AS code, contract_option.id AS part_id, contract_option.version AS version
            FROM contract JOIN contract_option ON contract_option.contract_id = contract.id
            WHERE contract_option.notice_by IS NOT NULL AND contract_option.used_on IS NULL AND contract.voided_on IS NULL AND
            contract.intended IS 0 AND trim(coalesce(contract.number, '')) != '' AND contract.starts_on IS NOT NULL AND contract.ends_on IS
            NOT NULL AND (EXISTS (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier')) AND (contract.ends_on >= :today OR
            date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT coalesce(sum(contract_option.length_months),
            0) AS coalesce_11
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_11
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') >= :today) UNION ALL SELECT contract.id AS contract_id, 'contract_end' AS kind,
            date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT coalesce(sum(contract_option.length_months),
            0) AS coalesce_13
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_13
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') AS due_on, NULL AS requirement_id, contract.code AS code, contract.id AS part_id, contract.version AS
            version
            FROM contract
            WHERE date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT
            coalesce(sum(contract_option.length_months), 0) AS coalesce_13
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_13
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') IS NOT NULL AND contract.voided_on IS NULL AND contract.intended IS 0 AND trim(coalesce(contract.number,
            '')) != '' AND contract.starts_on IS NOT NULL AND contract.ends_on IS NOT NULL AND (EXISTS (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier')) AND (contract.ends_on >= :today OR
            date(min(date(date(date(contract.ends_on, '+1 day'), 'start of month', CAST((SELECT coalesce(sum(contract_option.length_months),
            0) AS coalesce_16
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'),
            CAST(strftime('%d', date(contract.ends_on, '+1 day')) - 1 AS VARCHAR) || ' days'), date(date(date(contract.ends_on, '+1 day'),
            'start of month', CAST((SELECT coalesce(sum(contract_option.length_months), 0) AS coalesce_16
            FROM contract_option
            WHERE contract_option.contract_id = contract.id AND contract_option.used_on IS NOT NULL) AS VARCHAR) || ' months'), '+1 month',
            '-1 day')), '-1 day') >= :today)) AS open_matters JOIN contract ON contract.id = open_matters.contract_id LEFT OUTER JOIN
            supplier ON supplier.id = (SELECT contract_supplier.supplier_id
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier' ORDER BY contract_supplier.position,
            contract_supplier.id
            LIMIT 1 OFFSET 0)
            WHERE open_matters.due_on <= :last
        """,
        ("today", "last"),
        ("due_on", "due"),
    ),
    "unfinished": Statement(
        """
            SELECT contract.id, contract.code, contract.title, contract.intended AS award, trim(coalesce(contract.number, '')) = '' AS
            number, NOT (EXISTS (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier')) AS suppliers, contract.starts_on IS
            NULL AS starts_on, contract.ends_on IS NULL AS ends_on
            FROM contract
            WHERE contract.voided_on IS NULL AND NOT (contract.intended IS 0 AND trim(coalesce(contract.number, '')) != '' AND
            contract.starts_on IS NOT NULL AND contract.ends_on IS NOT NULL AND (EXISTS (SELECT *
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier'))) ORDER BY contract.id
        """,
        (),
        (),
    ),
    "placements": Statement(
        """
            SELECT placement.id, placement.code, placement.planned_end_on AS due, candidate.code AS _code, candidate.alias AS _alias,
            candidate.name AS _name, candidate.protected AS _protected, contact_1.name AS _supervisor, contact_1.protected AS
            _supervisor_protected, supplier_1.name AS _host
            FROM placement LEFT OUTER JOIN candidate ON candidate.id = placement.candidate_id LEFT OUTER JOIN supplier AS supplier_1 ON
            supplier_1.id = placement.host_supplier_id LEFT OUTER JOIN contact AS contact_1 ON contact_1.id = placement.supervisor_id
            WHERE placement.voided_on IS NULL AND placement.ended_on IS NULL AND placement.planned_end_on BETWEEN :today AND :last
        """,
        ("today", "last"),
        ("due",),
    ),
    "follow_ups": Statement(
        """
            SELECT follow_up.id, follow_up.kind, follow_up.due_on AS due, coalesce(placement.code, contract.code) AS code, contract.title,
            candidate.code AS _code, candidate.alias AS _alias, candidate.name AS _name, candidate.protected AS _protected, contact_1.name
            AS _supervisor, contact_1.protected AS _supervisor_protected, coalesce(supplier_1.name, supplier_2.name) AS _host
            FROM follow_up LEFT OUTER JOIN placement ON placement.id = follow_up.placement_id LEFT OUTER JOIN contract ON contract.id =
            follow_up.contract_id LEFT OUTER JOIN candidate ON candidate.id = placement.candidate_id LEFT OUTER JOIN supplier AS supplier_1
            ON supplier_1.id = placement.host_supplier_id LEFT OUTER JOIN contact AS contact_1 ON contact_1.id = placement.supervisor_id
            LEFT OUTER JOIN supplier AS supplier_2 ON supplier_2.id = (SELECT contract_supplier.supplier_id
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier' ORDER BY contract_supplier.position,
            contract_supplier.id
            LIMIT 1 OFFSET 0)
            WHERE follow_up.status IN ('planned', 'not_answered') AND (+ follow_up.voided_on) IS NULL AND follow_up.due_on <= :last AND
            (placement.id IS NULL OR placement.voided_on IS NULL) AND (contract.id IS NULL OR contract.voided_on IS NULL)
        """,
        ("last",),
        ("due",),
    ),
    "nth_follow_up": Statement(
        """
            SELECT follow_up.due_on AS due
            FROM follow_up
            WHERE follow_up.status IN ('planned', 'not_answered') AND (+ follow_up.voided_on) IS NULL ORDER BY follow_up.due_on
            LIMIT 1 OFFSET :count
        """,
        ("count",),
        ("due",),
    ),
    "steps": Statement(
        """
            SELECT agreed_step.id, agreed_step.version, agreed_step.follow_up_id, agreed_step.what, agreed_step.due_on AS due,
            coalesce(placement.code, contract.code) AS code, candidate.code AS _code, candidate.alias AS _alias, candidate.name AS _name,
            candidate.protected AS _protected, contact_1.name AS _supervisor, contact_1.protected AS _supervisor_protected,
            coalesce(supplier_1.name, supplier_2.name) AS _host
            FROM agreed_step JOIN follow_up ON follow_up.id = agreed_step.follow_up_id LEFT OUTER JOIN placement ON placement.id =
            follow_up.placement_id LEFT OUTER JOIN contract ON contract.id = follow_up.contract_id LEFT OUTER JOIN candidate ON candidate.id
            = placement.candidate_id LEFT OUTER JOIN supplier AS supplier_1 ON supplier_1.id = placement.host_supplier_id LEFT OUTER JOIN
            contact AS contact_1 ON contact_1.id = placement.supervisor_id LEFT OUTER JOIN supplier AS supplier_2 ON supplier_2.id = (SELECT
            contract_supplier.supplier_id
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier' ORDER BY contract_supplier.position,
            contract_supplier.id
            LIMIT 1 OFFSET 0)
            WHERE agreed_step.done_on IS NULL AND agreed_step.due_on <= :last AND (+ follow_up.voided_on) IS NULL
        """,
        ("last",),
        ("due",),
    ),
    "deviations": Statement(
        """
            SELECT deviation_step.id, deviation_step.version, deviation_step.deviation_id, deviation_step.what, deviation_step.due_on AS
            due, deviation.code, candidate.code AS _code, candidate.alias AS _alias, candidate.name AS _name, candidate.protected AS
            _protected, contact_1.name AS _supervisor, contact_1.protected AS _supervisor_protected, coalesce(supplier_1.name,
            supplier_2.name) AS _host
            FROM deviation_step JOIN deviation ON deviation.id = deviation_step.deviation_id LEFT OUTER JOIN placement ON placement.id =
            deviation.placement_id LEFT OUTER JOIN contract ON contract.id = deviation.contract_id LEFT OUTER JOIN candidate ON candidate.id
            = placement.candidate_id LEFT OUTER JOIN supplier AS supplier_1 ON supplier_1.id = placement.host_supplier_id LEFT OUTER JOIN
            contact AS contact_1 ON contact_1.id = placement.supervisor_id LEFT OUTER JOIN supplier AS supplier_2 ON supplier_2.id = (SELECT
            contract_supplier.supplier_id
            FROM contract_supplier
            WHERE contract_supplier.contract_id = contract.id AND contract_supplier.party = 'supplier' ORDER BY contract_supplier.position,
            contract_supplier.id
            LIMIT 1 OFFSET 0)
            WHERE deviation_step.done_on IS NULL AND deviation_step.due_on <= :last AND deviation.closed_on IS NULL AND deviation.voided_on
            IS NULL
        """,
        ("last",),
        ("due",),
    ),
    "matches": Statement(
        """
            SELECT "match".id, "match".version, "match".offer_until AS due, opening.code, opening.title, supplier.name AS _host,
            candidate.code AS _code, candidate.alias AS _alias, candidate.name AS _name, candidate.protected AS _protected
            FROM "match" JOIN opening ON opening.id = "match".opening_id JOIN supplier ON supplier.id = opening.supplier_id JOIN candidate
            ON candidate.id = "match".candidate_id
            WHERE "match".step = 'offered' AND "match".offer_until <= :last
        """,
        ("last",),
        ("due",),
    ),
    "tasks": Statement(
        """
            SELECT task.id, task.version, task.due_on AS due, coalesce((SELECT contract.code
            FROM contract
            WHERE task.about = 'contract' AND contract.id = task.about_id), (SELECT requirement.code
            FROM requirement
            WHERE task.about = 'requirement' AND requirement.id = task.about_id), (SELECT opening.code
            FROM opening
            WHERE task.about = 'opening' AND opening.id = task.about_id), (SELECT candidate.code
            FROM candidate
            WHERE task.about = 'candidate' AND candidate.id = task.about_id), (SELECT placement.code
            FROM placement
            WHERE task.about = 'placement' AND placement.id = task.about_id), (SELECT follow_up.code
            FROM follow_up
            WHERE task.about = 'follow_up' AND follow_up.id = task.about_id), (SELECT deviation.code
            FROM deviation
            WHERE task.about = 'deviation' AND deviation.id = task.about_id), (SELECT session.code
            FROM session
            WHERE task.about = 'session' AND session.id = task.about_id), '') AS code, task.title, task.about = 'candidate' AND (EXISTS
            (SELECT *
            FROM candidate
            WHERE candidate.protected = 1 AND candidate.id = task.about_id)) OR task.about = 'placement' AND (EXISTS (SELECT *
            FROM candidate
            WHERE candidate.protected = 1 AND (EXISTS (SELECT *
            FROM placement, task
            WHERE placement.candidate_id = candidate.id AND placement.id = task.about_id)))) OR task.about = 'follow_up' AND (EXISTS (SELECT
            *
            FROM candidate
            WHERE candidate.protected = 1 AND (EXISTS (SELECT *
            FROM placement, follow_up, task
            WHERE placement.candidate_id = candidate.id AND follow_up.placement_id = placement.id AND follow_up.id = task.about_id)))) OR
            task.about = 'deviation' AND (EXISTS (SELECT *
            FROM candidate
            WHERE candidate.protected = 1 AND (EXISTS (SELECT *
            FROM placement, deviation, task
            WHERE placement.candidate_id = candidate.id AND deviation.placement_id = placement.id AND deviation.id = task.about_id)))) OR
            task.about = 'match' AND (EXISTS (SELECT *
            FROM candidate
            WHERE candidate.protected = 1 AND (EXISTS (SELECT *
            FROM "match", task
            WHERE "match".candidate_id = candidate.id AND "match".id = task.about_id)))) OR task.about = 'contact' AND (EXISTS (SELECT *
            FROM contact
            WHERE contact.protected = 1 AND contact.id = task.about_id)) OR task.about = 'sign_up' AND (EXISTS (SELECT *
            FROM sign_up
            WHERE sign_up.protected = 1 AND sign_up.id = task.about_id)) AS _protected
            FROM task
            WHERE task.done_on IS NULL AND task.voided_on IS NULL AND task.due_on <= :last
        """,
        ("last",),
        ("due",),
    ),
    "closes": Statement(
        """
            SELECT session.id, session.version, session.code, coalesce(session.title, course.title) AS title, session.last_sign_up_on AS
            due, session.capacity, session.least_number, (SELECT count(*) AS count_1
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('absent', 'attended', 'confirmed', 'no_record', 'signed_up')) AS
            taken, (SELECT count(*) AS count_2
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('waiting')) AS waiting
            FROM session JOIN course ON course.id = session.course_id
            WHERE session.voided_on IS NULL AND session.status != 'cancelled' AND session.last_sign_up_on BETWEEN :today AND :last AND
            session.status != 'planned'
        """,
        ("today", "last"),
        ("due",),
    ),
    "too_few": Statement(
        """
            SELECT session.id, session.version, session.code, coalesce(session.title, course.title) AS title, session.last_sign_up_on AS
            due, session.capacity, session.least_number, (SELECT count(*) AS count_1
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('absent', 'attended', 'confirmed', 'no_record', 'signed_up')) AS
            taken, (SELECT count(*) AS count_2
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('waiting')) AS waiting
            FROM session JOIN course ON course.id = session.course_id
            WHERE session.voided_on IS NULL AND session.status != 'cancelled' AND session.last_sign_up_on <= :today AND (SELECT
            min(session_day.held_on) AS min_1
            FROM session_day
            WHERE session_day.session_id = session.id) >= :today AND (SELECT count(*) AS count_1
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('absent', 'attended', 'confirmed', 'no_record', 'signed_up')) <
            session.least_number
        """,
        ("today",),
        ("due",),
    ),
    "priority": Statement(
        """
            SELECT session.id, session.version, session.code, coalesce(session.title, course.title) AS title, session.goes_first_until AS
            due, session.capacity, session.least_number, (SELECT count(*) AS count_1
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('absent', 'attended', 'confirmed', 'no_record', 'signed_up')) AS
            taken, (SELECT count(*) AS count_2
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('waiting')) AS waiting
            FROM session JOIN course ON course.id = session.course_id
            WHERE session.voided_on IS NULL AND session.status != 'cancelled' AND session.goes_first_until <= :last AND (SELECT
            min(session_day.held_on) AS min_1
            FROM session_day
            WHERE session_day.session_id = session.id) >= :today AND (SELECT count(*) AS count_2
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('waiting')) > 0 AND (SELECT count(*) AS count_3
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('absent', 'attended', 'confirmed', 'no_record', 'offered',
            'signed_up')) < session.capacity
        """,
        ("today", "last"),
        ("due",),
    ),
    "seat_offers": Statement(
        """
            SELECT sign_up.id, sign_up.version, sign_up.name, sign_up.alias, sign_up.protected, coalesce(sign_up.organisation,
            supplier.name, '') AS organisation, sign_up.offered_until AS due, sign_up.session_id, session.code, coalesce(session.title,
            course.title) AS title
            FROM sign_up JOIN session ON session.id = sign_up.session_id JOIN course ON course.id = session.course_id LEFT OUTER JOIN
            supplier ON supplier.id = sign_up.supplier_id
            WHERE sign_up.status = 'offered' AND sign_up.offered_until <= :last AND session.voided_on IS NULL AND session.status !=
            'cancelled' AND (SELECT max(session_day.held_on) AS max_1
            FROM session_day
            WHERE session_day.session_id = session.id) >= :today
        """,
        ("today", "last"),
        ("due",),
    ),
    "needs": Statement(
        """
            SELECT session.id, session.version, session.code, coalesce(session.title, course.title) AS title, (SELECT
            max(session_day.held_on) AS max_1
            FROM session_day
            WHERE session_day.session_id = session.id) AS due, session.capacity, session.least_number, (SELECT count(*) AS count_1
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('absent', 'attended', 'confirmed', 'no_record', 'signed_up')) AS
            taken, (SELECT count(*) AS count_2
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.status IN ('waiting')) AS waiting
            FROM session JOIN course ON course.id = session.course_id
            WHERE session.voided_on IS NULL AND session.status != 'cancelled' AND (EXISTS (SELECT *
            FROM sign_up
            WHERE sign_up.session_id = session.id AND sign_up.needs IS NOT NULL)) AND (SELECT max(session_day.held_on) AS max_1
            FROM session_day
            WHERE session_day.session_id = session.id) <= :held_by
        """,
        ("held_by",),
        ("due",),
    ),
}
