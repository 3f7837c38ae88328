import Foundation
import Governance
import Reporters
import RuleLanguage

/// The reference of the rule language: fields of the contract model and functions.
enum ReferencePages {
    static func all() throws -> [GeneratedFile] {
        [
            GeneratedFile(path: "docs/reference/model.md", text: model()),
            GeneratedFile(path: "docs/reference/functions.md", text: functions()),
            GeneratedFile(path: "docs/reference/dcs.md", text: counterparts()),
        ]
    }

    private static func model() -> String {
        var text = """
            # What rules can speak of

            Made by `contractlint-dev generate` from the tables of the standards. Whatever version or standard a document has,
            rules read it in the words of the newest one: ODCS 3.2 and ODPS 1.1.

            The last column of each table says what a rule must do before it uses a field:

            - **always**: the standard demands the field. Where a document lacks it all the same, the rule is not asked.
            - **empty**: an absent list reads as an empty one.
            - **guard**: the field may be absent. `==` and `in` are then false; anything else needs `filled(x)`, `has(x)`,
              `.?field` or `.orValue(…)`.

            ## What can be selected

            | `select` | goes over | variables |
            |---|---|---|

            """
        for selection in ModelReference.selections {
            let variables = selection.variables.map { "`\($0)`" }.joined(separator: ", ")
            text += "| `\(selection.name)` | each \(selection.noun) | \(variables), `params` |\n"
        }
        text += "\nOf `contract` and `product` the one that the document is not is absent.\n"
        for type in ModelReference.types {
            text += "\n## \(type.name)\n\n| field | type | meaning | |\n|---|---|---|---|\n"
            for field in type.fields {
                let guardWord =
                    switch field.presence {
                    case .always: "always"
                    case .list: "empty"
                    case .optional: "guard"
                    }
                text += "| `\(field.name)` | `\(field.type)` | \(RulePage.cell(field.meaning)) | \(guardWord) |\n"
            }
        }
        return text
    }

    private static func counterparts() -> String {
        var text = """
            # The Data Contract Specification in the words of rules

            Made by `contractlint-dev generate` from the tables of the standard. Rules read every contract in ODCS's words; this
            is what each key of DCS 1.2 is called there. Beside these, `owners(contract)` is the `owner` under `info`,
            `namesSupport(contract)` its `contact`, `isPersonal(property)` the field's `pii`, and `sla(contract, "retention")`
            the entry of that name under `servicelevels`. A model is an `object`, a field a `property`.

            """
        var holder = ""
        for own in ModelReference.counterparts {
            if own.holder != holder {
                holder = own.holder
                text +=
                    "\n## \(holder.prefix(1).uppercased() + holder.dropFirst())\n\n| DCS | rules | |\n|---|---|---|\n"
            }
            text += "| `\(own.key)` | \(own.field.map { "`\($0)`" } ?? "") | \(RulePage.cell(own.meaning)) |\n"
        }
        return text
    }

    private static func functions() -> String {
        var text = """
            # The functions of the rule language

            Made by `contractlint-dev generate` from the functions as they are declared. `dyn` stands for a value of any type.

            ## Functions of contractlint

            Those that may have no result need a guard, as a field that may be absent does.

            | function | what it gives |
            |---|---|

            """
        for function in ModelReference.functions {
            let signatures = function.signatures.map { "`\($0)`" }.joined(separator: "<br>")
            text +=
                "| \(signatures) | \(RulePage.cell(function.meaning))\(function.canBeAbsent ? "; or nothing" : "") |\n"
        }
        text += """

            ## Functions of CEL

            Rules are written in the [Common Expression Language](https://github.com/google/cel-spec), with its operators
            (`&& || ! == != < <= > >= + - * / % in ? :`), its macros (`has`, `all`, `exists`, `exists_one`, `map`, `filter`,
            `transformList`, `transformMap`, `optMap`, `optFlatMap`, `cel.bind`) and these functions. A value before the point is
            what the function is asked of.

            """
        for library in ModelReference.libraries where !library.functions.isEmpty {
            text += "\n### \(library.name)\n\n"
            for function in library.functions {
                text += function.signatures.map { "- `\($0)`\n" }.joined()
            }
        }
        return text
    }
}
