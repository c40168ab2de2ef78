"""The fixed vocabularies of the registers. Values are stored and shown in ``--json``: add, never rename.

What users may change themselves (requirement types, target groups, placement forms, end reasons, outcomes, workplace
adjustments) is reference data in the register, not here.
"""

from enum import StrEnum


class RegisterKind(StrEnum):
    """What a register file is for. An exercise register has no key yet and must not hold real people."""

    SAMPLE = "sample"
    EXERCISE = "exercise"


class ReferenceList(StrEnum):
    """The lists of words that users may add to and close."""

    REQUIREMENT_TYPE = "requirement_type"
    TARGET_GROUP = "target_group"
    PLACEMENT_FORM = "placement_form"
    END_REASON = "end_reason"
    OUTCOME = "outcome"
    WORKPLACE_ADJUSTMENT = "workplace_adjustment"


class CodeList(StrEnum):
    """The long lists that a short selection comes with the program of, and that can be read in whole from a file."""

    CPV = "cpv"
    OCCUPATION = "occupation"


class BuyerKind(StrEnum):
    MUNICIPALITY = "municipality"
    REGION = "region"
    MUNICIPAL_COMPANY = "municipal_company"
    MUNICIPAL_ASSOCIATION = "municipal_association"


class SupplierKind(StrEnum):
    COMPANY = "company"
    CIVIL_SOCIETY = "civil_society"
    PUBLIC = "public"
    SOLE_TRADER = "sole_trader"


class SizeClass(StrEnum):
    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class ContactRole(StrEnum):
    CONTRACT = "contract"
    HR = "hr"
    SUPERVISOR = "supervisor"
    OTHER = "other"


class Law(StrEnum):
    LOU = "lou"
    LUF = "luf"
    LUK = "luk"
    LUFS = "lufs"
    LOV = "lov"


class ProcurementPhase(StrEnum):
    """The six steps of the national model, and closed."""

    PLAN = "plan"
    MAP = "map"
    ANALYSE = "analyse"
    PROCURE = "procure"
    IMPLEMENT = "implement"
    MANAGE = "manage"
    CLOSED = "closed"


class ContractKind(StrEnum):
    CONTRACT = "contract"
    FRAMEWORK = "framework"
    CALL_OFF = "call_off"
    RESERVED = "reserved"
    IOP = "iop"


class ContractNature(StrEnum):
    WORKS = "works"
    SERVICES = "services"
    SUPPLIES = "supplies"


class ContractParty(StrEnum):
    """In what capacity a supplier belongs to a contract."""

    SUPPLIER = "supplier"
    SUBCONTRACTOR = "subcontractor"


class SocialObjective(StrEnum):
    """The seven social objectives of eForms (BT-775)."""

    ACCESSIBILITY = "acc-all"
    ETHNIC_EQUALITY = "et-eq"
    GENDER_EQUALITY = "gen-eq"
    HUMAN_RIGHTS = "hum-right"
    EMPLOYMENT = "opp"
    OTHER = "other"
    WORKING_CONDITIONS = "work-cond"


class Assessment(StrEnum):
    """What a named person decided about a requirement; the program computes, a person judges."""

    MET = "met"
    MET_WITHOUT_CANDIDATE = "met_without_candidate"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Sex(StrEnum):
    WOMAN = "woman"
    MAN = "man"
    UNKNOWN = "unknown"


class Referrer(StrEnum):
    AF = "af"
    MUNICIPALITY = "municipality"
    OTHER = "other"


class SecrecyBasis(StrEnum):
    """Which provision of the secrecy act (2009:400) covers the record; the stronger is the default."""

    OSL_26_1 = "osl_26_1"
    OSL_28_11 = "osl_28_11"


class CandidateStatus(StrEnum):
    ACTIVE = "active"
    PLACED = "placed"
    CLOSED = "closed"


class Decliner(StrEnum):
    CANDIDATE = "candidate"
    EMPLOYER = "employer"
    AF = "af"
    COORDINATOR = "coordinator"


class FollowUpMeans(StrEnum):
    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"
    MAIL = "mail"


class Respondent(StrEnum):
    """The three who answer; the third is the coordinator, or AF's officer when present."""

    PARTICIPANT = "participant"
    SUPERVISOR = "supervisor"
    COORDINATOR = "coordinator"
    AF_OFFICER = "af_officer"


class Question(StrEnum):
    """What every respondent is asked in a follow-up, 1–5 and a comment."""

    ATTENDANCE = "attendance"
    TASKS = "tasks"
    SUPERVISION = "supervision"
    WELL_BEING = "well_being"
    LANGUAGE_AND_SKILLS = "language_and_skills"
    SAFETY = "safety"


class DeviationKind(StrEnum):
    ABSENCE = "absence"
    SUPERVISION = "supervision"
    SAFETY = "safety"
    CONFLICT = "conflict"
    REPORTING = "reporting"
    VOLUME = "volume"
    OTHER = "other"


class Severity(StrEnum):
    MINOR = "minor"
    SERIOUS = "serious"
    CRITICAL = "critical"


class LadderStep(StrEnum):
    """The contract ladder of a deviation."""

    REMARK = "remark"
    CORRECTION = "correction"
    REMEDY = "remedy"
    PENALTY = "penalty"
    TERMINATION = "termination"


class SessionStatus(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    HELD = "held"
    CANCELLED = "cancelled"


class SignUpChannel(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    IMPORT = "import"
    OWN = "own"


class AuditKind(StrEnum):
    """Events of the append-only log. They carry codes and names of fields, never values about people."""

    OPENED_REGISTER = "opened_register"
    VIEWED_PROTECTED = "viewed_protected"
    NAMES_SHOWN = "names_shown"
    CHANGED = "changed"
    UNDONE = "undone"
    IMPORTED = "imported"
    MERGED = "merged"
    EXPORTED = "exported"
    PRINTED = "printed"
