import CEL
import Foundation

/// One case of CEL's conformance suite.
struct CELCase: Decodable {
    struct Declaration: Decodable {
        struct Signature: Decodable {
            var id: String
            var params: [String]
            var result: String
            var member: Bool?
        }
        var name: String
        var type: String?
        var overloads: [Signature]?
    }

    var file = ""
    var section: String
    var caseName: String
    var expr: String
    var bindings: [String: CELTaggedValue]?
    var declarations: [Declaration]?
    var container: String?
    var disableCheck: Bool?
    var disableMacros: Bool?
    var checkOnly: Bool?
    var value: CELTaggedValue?
    var deducedType: String?
    var error: CELErrorHint?

    var name: String { "\(file)/\(section)/\(caseName)" }

    private enum CodingKeys: String, CodingKey {
        case section, caseName = "name", expr, bindings, declarations, container, disableCheck, disableMacros, checkOnly
        case value, deducedType, error
    }

    /// In the order of the files' names.
    static func read(_ data: Data) throws -> [CELCase] {
        let files = try JSONDecoder().decode([String: [CELCase]].self, from: data)
        return files.sorted { $0.key < $1.key }.flatMap { file, cases in
            cases.map {
                var test = $0
                test.file = file
                return test
            }
        }
    }
}

/// That a case has an error is all that counts; what it says is not compared.
struct CELErrorHint: Decodable {
    init(from decoder: any Decoder) throws {}
}
