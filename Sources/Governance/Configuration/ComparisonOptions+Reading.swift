package import Compatibility
internal import ContractModel
internal import Diagnostics

extension ComparisonOptions {
    /// Options as the section `compatibility` of a configuration has them, over what those above say. What is wrong in it has been
    /// said by its table.
    init(_ section: ElementRef, over upper: ComparisonOptions) {
        self = upper
        if let profile = section.text(.profile).flatMap({ ProfileName($0) }) { set(profile) }
        if let strict = section.truth(.strict) { isStrict = strict }
        if let allows = section.truth(.majorAllows) { majorAllows = allows }
        if let readers = section.text(.readerProfile).flatMap(ReaderProfile.init) { readerProfile = readers }
        if let notice = section.number(.notice), notice >= 0 { noticeWindow = Int(min(notice, Self.longestNotice)) }
        if section.has(.classifications) {
            classifications = ClassificationOrder(section.values(.classifications).map(\.text))
        }
        if let name = section.text(.deprecatedProperty), !name.isEmpty { deprecationProperty = name }
    }

    /// A thousand years: days beyond are the same, and sums with dates stay within bounds.
    package static let longestNotice: Double = 365_000
}
