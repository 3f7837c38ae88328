internal import Basics
internal import CEL
internal import ContractModel

/// Functions that say as what a value is read whose type varies from contract to contract: `sla.value`, custom properties.
/// A value of another type is absent.
enum ValueFunctions {
    static let all: [Function] =
        Reading.allCases.map { reading in
            Function(
                means: reading.meaning,
                Overload(
                    reading.rawValue, [.dyn], reading.type, acceptsAbsent: true,
                    promises: Promises(absence: reading.absence)
                ) { arguments, evaluation in
                    reading.value(of: arguments[0], evaluation)
                })
        }
        + Reading.allCases.map { reading in
            Function(
                means: "The custom property with this name, read as by `\(reading.rawValue)`",
                Overload(
                    reading.customName, [.dyn, .string], reading.type, acceptsAbsent: true,
                    promises: Promises(absence: reading.absence)
                ) { arguments, evaluation in
                    reading.value(
                        of: ElementFunctions.custom(arguments[0], arguments[1], evaluation.model), evaluation)
                })
        }
        + [
            Function(
                "ratio",
                means: "A part as a share of the whole: `ratio(3, 4)` is 0.75; of nothing it is 1.0",
                [
                    Overload("ratio_int", [.int, .int], .double) { arguments, _ in
                        .double(share(Double(arguments[0].asInt), of: Double(arguments[1].asInt)))
                    },
                    Overload("ratio_double", [.double, .double], .double) { arguments, _ in
                        .double(share(arguments[0].asDouble, of: arguments[1].asDouble))
                    },
                ]),
            Function(
                means: "So many days as a length of time: `days(90)`",
                Overload("days", [.int], .duration) { arguments, evaluation in
                    let (seconds, isOver) = arguments[0].asInt.multipliedReportingOverflow(by: Int64(Day.seconds))
                    guard !isOver, abs(seconds) < 9_200_000_000 else {
                        return evaluation.error("\(arguments[0].asInt) days are too many")
                    }
                    return .duration(seconds: seconds, nanos: 0)
                }),
            Function(
                means:
                    "A version as a number that orders versions: `version(contract.version) > version(\"1.9.0\")`; pre-releases of one version are equal and stand before it, a text that is no semantic version before all",
                Overload("version", [.string], .int) { arguments, evaluation in
                    guard evaluation.charge(steps: Int(arguments[0].extra)) else { return evaluation.overBudget }
                    return .int(order(of: evaluation.text(of: arguments[0])))
                }),
        ]

    private static func share(_ part: Double, of whole: Double) -> Double { whole == 0 ? 1 : part / whole }

    /// Number that orders versions as semantic versions are: a release behind its pre-releases, what is no version before all.
    private static func order(of text: String) -> Int64 {
        guard let version = SemanticVersion(text) else { return -1 }
        // Calendar versions have a day for their major: nine digits, five and four, and one bit fit into 63.
        let major = min(Int64(version.major), 999_999_999)
        let (minor, patch) = (min(Int64(version.minor), 99_999), min(Int64(version.patch), 9_999))
        let release: Int64 = version.prerelease.isEmpty ? 1 : 0
        return ((major * 100_000 + minor) * 10_000 + patch) * 2 + release
    }

    private enum Reading: String, CaseIterable {
        case text, number, integer, truth, texts

        var customName: String { "custom" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        /// A list that is not there is empty.
        var absence: Promises.Absence { self == .texts ? .never : .possible }

        var meaning: String {
            switch self {
            case .text: "A value as a text, whatever the contract writes: numbers and truths are written out"
            case .number: "A value as a number, also one in quotes; anything else is none"
            case .integer: "A value as a whole number, also one in quotes; anything else is none"
            case .truth: "A value as true or false, however it is spelt; anything else is none"
            case .texts: "A value as a list of texts; one that stands alone is a list of one"
            }
        }

        var type: CELType {
            switch self {
            case .text: .string
            case .number: .double
            case .integer: .int
            case .truth: .bool
            case .texts: .list(.string)
            }
        }

        func value(of value: CELValue, _ evaluation: Evaluation) -> CELValue {
            switch (self, value.tag) {
            case (.text, .string), (.integer, .int), (.truth, .bool), (.number, .double): return value
            case (.number, .int): return .double(Double(value.asInt))
            case (.integer, .double): return Int64(exactly: value.asDouble).map(CELValue.int) ?? .absent
            case (.text, .int): return evaluation.string(String(value.asInt))
            case (.text, .double):
                return evaluation.string(
                    Int64(exactly: value.asDouble).map(String.init) ?? "\(value.asDouble)")
            case (.text, .bool): return evaluation.string(value.isTrue ? "true" : "false")
            // Some write numbers in quotes.
            case (.integer, .string): return Int64(evaluation.text(of: value).trimmed).map(CELValue.int) ?? .absent
            case (.number, .string):
                return Double(evaluation.text(of: value).trimmed).flatMap { $0.isFinite ? .double($0) : nil } ?? .absent
            case (.truth, .string): return Truth.of(value.utf8).map(CELValue.bool) ?? .absent
            case (.texts, .list), (.texts, .hostList):
                var texts: [CELValue] = []
                evaluation.forEachElement(of: value) { item in
                    let text = Reading.text.value(of: item, evaluation)
                    if text.tag == .string { texts.append(text) }
                    return evaluation.charge(steps: 1)
                }
                return evaluation.isOverBudget ? evaluation.overBudget : evaluation.list(texts)
            case (.texts, .absent), (.texts, .null), (.texts, .map), (.texts, .hostMap): return .emptyList
            // One that stands alone is a list of one.
            case (.texts, _):
                let text = Reading.text.value(of: value, evaluation)
                return text.tag == .string ? evaluation.list([text]) : .emptyList
            default: return .absent
            }
        }
    }
}
