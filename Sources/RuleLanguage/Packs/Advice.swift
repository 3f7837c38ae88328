package import ContractModel
internal import Diagnostics

/// Advice of a rule on what to do about a finding, in the words of the document's standard.
package struct Advice: Sendable {
    /// One text for every standard, or one for each; of several that fit the most exact counts.
    private(set) var texts: [Text]
    /// Remark behind all of it.
    private var note: String?

    struct Text: Sendable {
        var scope: StandardScope
        var parts: [AdvicePart]
    }

    init(_ texts: [Text]) { self.texts = texts }

    /// No advice.
    package init() { texts = [] }

    package func noting(_ note: String) -> Advice {
        var noted = self
        noted.note = note
        return noted
    }

    /// - Parameter element: the one that a finding is about; nil: any.
    package func text(in standard: Standard, _ version: Version, about element: ElementRef? = nil) -> String {
        let fitting = texts.filter { $0.scope.contains(standard, version) }
        let best = fitting.max { $0.scope.exactness < $1.scope.exactness } ?? texts.first
        let names = KeyNames.of(standard, version)
        let text = (best?.parts ?? []).map { part in
            switch part {
            case .text(let text): text
            case .key(let mention): mention.text(in: names, about: element)
            }
        }.joined()
        guard let note else { return text }
        if text.isEmpty { return note }
        return (text.hasSuffix(".") ? String(text.dropLast()) : text) + "; " + note
    }
}

extension Advice {
    /// The advice in the words of each standard that a selection is about, versions that say the same together; empty: it is
    /// the same for all.
    package func byStandard(of selection: Selection) -> [(standard: String, text: String)] {
        let standards: [Standard] = selection.isOfProducts ? [.odps] : [.odcs, .dcs]
        let all = standards.flatMap { standard in
            standard.versions.map { version in (standard, version, text(in: standard, version)) }
        }
        if Set(all.map(\.2)).count < 2 { return [] }
        var groups: [(standard: Standard, versions: [Version], text: String)] = []
        for (standard, version, text) in all {
            if let last = groups.last, last.standard == standard, last.text == text {
                groups[groups.count - 1].versions.append(version)
            } else {
                groups.append((standard, [version], text))
            }
        }
        return groups.map { group in
            let isAll = group.versions.count == group.standard.versions.count
            let span = [group.versions.first, group.versions.last].compactMap { $0?.description }
            let versions = isAll ? "" : span[0] == span[1] ? " \(span[0])" : " \(span[0]) to \(span[1])"
            return (group.standard.title + versions, group.text)
        }
    }
}

extension Selection {
    fileprivate var isOfProducts: Bool {
        switch self {
        case .product, .inputPort, .outputPort, .managementPort: true
        default: false
        }
    }
}

/// Part of a text for people.
enum AdvicePart: Sendable {
    case text(String)
    case key(KeyMention)
}

/// Mention of a key, with the value to write there: `{key(property.required, true)}`.
package struct KeyMention: Hashable, Sendable {
    var path: FieldPath
    /// As YAML writes it.
    var value: String?

    func text(in names: KeyNames, about element: ElementRef?) -> String {
        names.text(path, value: value, about: element)
    }
}

/// Documents that a text is about: of every standard, of one, or of some versions of one.
struct StandardScope: Sendable {
    /// Nil: every one.
    var standard: Standard?
    /// Numbers that the version begins with.
    var numbers: [Int] = []

    static let everything = StandardScope()

    var exactness: Int { standard == nil ? 0 : 1 + numbers.count }

    init() {}

    /// Reads `ODCS`, `ODCS 2`, `DCS 1.1`; nil: it is none of these.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard (1...2).contains(words.count),
            let standard = Standard.allCases.first(where: { $0.isJudgedByPacks && $0.title == words[0] })
        else { return nil }
        self.standard = standard
        guard words.count == 2 else { return }
        for number in words[1].split(separator: ".", omittingEmptySubsequences: false) {
            guard let number = Int(number) else { return nil }
            numbers.append(number)
        }
        guard standard.versions.contains(where: { contains(standard, $0) }) else { return nil }
    }

    init(standard: Standard?, numbers: [Int]) {
        self.standard = standard
        self.numbers = numbers
    }

    func contains(_ standard: Standard, _ version: Version) -> Bool {
        guard let own = self.standard else { return true }
        return own == standard && zip(numbers, [version.major, version.minor, version.patch]).allSatisfy { $0 == $1 }
    }
}
