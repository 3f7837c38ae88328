internal import CEL
internal import Patterns
internal import YAMLTree

/// A condition as a small tree of questions about fields, which is asked without the evaluator: most conditions of rules are
/// no more than that, and asking so costs a fraction.
///
/// It gives what the evaluator gives for the same expression. Where that is neither yes nor no, or where a part is none of
/// the questions it knows and the rest does not decide, it is unsure, and the evaluator is asked.
final class QuickTest: Sendable {
    enum Answer { case yes, no, unsure }

    /// Where a value comes from.
    enum Source {
        case variable(Int)
        /// A field, as in `FieldDeclaration`, of a variable.
        case field(Int, of: Int)
        /// A field of an object that a field of a variable holds.
        case nested(Int, in: Int, of: Int)
        case constant(CELValue)
    }

    struct Node {
        enum Kind {
            /// Both, either, or the opposite of other nodes.
            case and, or, not
            /// A question that only the evaluator knows.
            case other
            /// What the parameters alone decide.
            case always, never
            /// `filled(value)`
            case filled
            /// `value == constant`
            case equals
            /// `constant in value`
            case contains
            /// `value in list`
            case among
            /// `value.lowerAscii() in list`
            case amongLowered
            /// `value.startsWith(constant)`, `value.endsWith(constant)`
            case startsWith, endsWith
            /// `value.matches(constant)`
            case matches
            /// `size(value)` against a number: more, at least, less, at most.
            case sizeMore, sizeAtLeast, sizeLess, sizeAtMost
            /// What rules ask of every property: a function of ours, asked directly.
            case intrinsic
            /// A function that gives true or false.
            case call
            /// `filled(function(…))`
            case filledCall
            /// `list.exists(x, condition)`, `list.all(x, condition)`; the list may be that of a call.
            case exists, all
        }

        /// See `PersonalDataFunctions` and `TextFunctions`.
        enum Intrinsic {
            /// `isPersonal(property)`
            case personal
            /// `filled(personalData(property))`
            case personalData
            /// `filled(specialCategory(property))`
            case special
            /// `isReservedWord(property)`
            case reserved
            /// `case(property, style)`; the style's bit is the constant.
            case style
            /// `filled(classificationRank(text))`
            case ranked
        }

        var kind: Kind
        var intrinsic = Intrinsic.personal
        var left: Int32 = -1
        var right: Int32 = -1
        var value = Source.constant(.null)
        /// Of `equals` and `contains`; of `among` the list.
        var constant = CELValue.null
        var call: Unmanaged<QuickCall>?
        var pattern: Unmanaged<Pattern>?
        /// Of a loop: the variable it sets.
        var variable: Int32 = -1
    }

    /// Parts before the whole; the last is the root.
    nonisolated(unsafe) let nodes: UnsafeMutableBufferPointer<Node>
    // Keep alive what nodes point to.
    private nonisolated(unsafe) let texts: [UnsafeMutableBufferPointer<UInt8>]
    private let calls: [QuickCall]
    private let patterns: [Pattern]

    /// - Returns: nil: nothing in the condition can be asked so.
    init?(_ checked: CheckedExpression, _ selection: Selection, _ parameters: ParameterValues) {
        var reader = QuickTestReader(
            checked: checked, parameters: parameters, firstLoopVariable: selection.variables.count + 1)
        guard reader.read(checked.expression.root) >= 0, reader.isWorthwhile else {
            reader.texts.forEach { $0.deallocate() }
            return nil
        }
        nodes = .allocate(capacity: reader.nodes.count)
        _ = nodes.initialize(from: reader.nodes)
        texts = reader.texts
        calls = reader.calls
        patterns = reader.patterns
    }

    /// A field of the selected element that must have a certain text or begin with one, or the condition does not hold.
    var demandedText: DemandedText? {
        var pending = [nodes.count - 1]
        while let index = pending.popLast() {
            let node = nodes[index]
            switch (node.kind, node.value) {
            case (.and, _): pending += [Int(node.right), Int(node.left)]
            case (.equals, .field(let number, of: 0)):
                let form = FieldForm(number)
                guard form.kind == .string, node.constant.tag == .string else { continue }
                return DemandedText(form.key, equal: node.constant.utf8)
            case (.startsWith, .field(let number, of: 0)):
                let form = FieldForm(number)
                // A required field without a text makes the rule not applicable; the gate keeps it out as well.
                guard form.kind == .string, node.constant.extra > 0 else { continue }
                return DemandedText(form.key, prefix: node.constant.utf8)
            default: continue
            }
        }
        return nil
    }

    /// Questions that the condition asks of one variable alone, all of which must be answered with yes: of the contract they are
    /// the same for everything in it.
    func questions(about variable: Int) -> [Int32] {
        var found: [Int32] = []
        var pending = [nodes.count - 1]
        while let index = pending.popLast() {
            let node = nodes[index]
            switch (node.kind, node.value) {
            case (.and, _): pending += [Int(node.right), Int(node.left)]
            case (.filled, .field(_, of: variable)), (.equals, .field(_, of: variable)),
                (.contains, .field(_, of: variable)), (.among, .field(_, of: variable)),
                (.amongLowered, .field(_, of: variable)):
                found.append(Int32(index))
            default: continue
            }
        }
        return found
    }

    /// Whether it never holds, whatever the document: a rule that waits for a parameter to be set.
    var isNever: Bool {
        var pending = [nodes.count - 1]
        while let index = pending.popLast() {
            switch nodes[index].kind {
            case .never: return true
            case .and: pending += [Int(nodes[index].left), Int(nodes[index].right)]
            default: continue
            }
        }
        return false
    }

    deinit {
        texts.forEach { $0.deallocate() }
        nodes.deallocate()
    }
}
