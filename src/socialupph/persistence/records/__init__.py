"""All mapped tables."""

from socialupph.persistence.records.base import Record, Tracked, Voidable
from socialupph.persistence.records.contracts import (
    ContractBuyerRecord,
    ContractNoteRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
)
from socialupph.persistence.records.general import (
    CodeListItemRecord,
    DocumentRecord,
    GoalRecord,
    ReferenceItemRecord,
    SettingRecord,
    TaskRecord,
)
from socialupph.persistence.records.machinery import (
    AuditRecord,
    CodeSequenceRecord,
    DistinctPairRecord,
    DraftRecord,
    HistoryRecord,
    ImportMappingRecord,
    ImportReferenceRecord,
    OperationRecord,
    SavedFilterRecord,
    SearchItemRecord,
)
from socialupph.persistence.records.matching import (
    CandidateAdjustmentRecord,
    CandidateConsentRecord,
    CandidateRecord,
    MatchRecord,
    OpeningAnswerRecord,
    OpeningRecord,
)
from socialupph.persistence.records.parties import BuyerRecord, ContactRecord, SupplierRecord, WorkplaceRecord
from socialupph.persistence.records.placements import (
    AgreedStepRecord,
    DeviationRecord,
    DeviationStepRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    PauseRecord,
    PlacementRecord,
    WorkingTimeRecord,
)
from socialupph.persistence.records.procurements import (
    ProcurementBuyerRecord,
    ProcurementQuestionRecord,
    ProcurementRecord,
)
from socialupph.persistence.records.requirements import (
    RequirementRecord,
    RequirementTargetGroupRecord,
    SupplierReportRecord,
)
from socialupph.persistence.records.training import (
    AttendanceRecord,
    CourseRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
)

TRACKED: dict[str, type[Tracked]] = {
    mapped.__tablename__: mapped
    for mapped in (mapper.class_ for mapper in Record.registry.mappers)
    if issubclass(mapped, Tracked)
}

__all__ = [
    "TRACKED",
    "AgreedStepRecord",
    "AttendanceRecord",
    "AuditRecord",
    "BuyerRecord",
    "CandidateAdjustmentRecord",
    "CandidateConsentRecord",
    "CandidateRecord",
    "CodeListItemRecord",
    "CodeSequenceRecord",
    "ContactRecord",
    "ContractBuyerRecord",
    "ContractNoteRecord",
    "ContractOptionRecord",
    "ContractRecord",
    "ContractSupplierRecord",
    "CourseRecord",
    "DeviationRecord",
    "DeviationStepRecord",
    "DistinctPairRecord",
    "DocumentRecord",
    "DraftRecord",
    "FollowUpAnswerRecord",
    "FollowUpRecord",
    "GoalRecord",
    "HistoryRecord",
    "ImportMappingRecord",
    "ImportReferenceRecord",
    "MatchRecord",
    "OpeningAnswerRecord",
    "OpeningRecord",
    "OperationRecord",
    "PauseRecord",
    "PlacementRecord",
    "ProcurementBuyerRecord",
    "ProcurementQuestionRecord",
    "ProcurementRecord",
    "Record",
    "ReferenceItemRecord",
    "RequirementRecord",
    "RequirementTargetGroupRecord",
    "SavedFilterRecord",
    "SearchItemRecord",
    "SessionDayRecord",
    "SessionRecord",
    "SettingRecord",
    "SignUpRecord",
    "SupplierRecord",
    "SupplierReportRecord",
    "TaskRecord",
    "Tracked",
    "Voidable",
    "WorkingTimeRecord",
    "WorkplaceRecord",
]
