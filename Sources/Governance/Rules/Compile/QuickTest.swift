internal import CEL
internal import YAMLTree

/// A condition that is nothing but simple questions about fields, all of which must be answered with yes. Most conditions of
/// rules are: they are asked without the evaluator, which would cost several times as much.
///
/// It gives what the evaluator gives for the same expression. Where that is more than yes or no it is unsure, and the
/// evaluator is asked.
final class QuickTest: Sendable {
    enum Answer { case yes, no, unsure }

    /// Where a value comes from.
    enum Source {
        case variable(Int)
        /// A field, as in `FieldDeclaration`, of a variable.
        case field(Int, of: Int)
        case constant(CELValue)
    }

    struct Atom {
        enum Kind {
            /// `filled(value)`
            case filled
            /// `value == constant`
            case equals
            /// `constant in value`
            case contains
            /// `value in params.list`
            case among
            /// `function(value, …)`, which gives true or false
            case call
            /// `filled(function(value, …))`
            case filledCall
        }

        var kind: Kind
        var isNegated: Bool
        var value: Source
        /// Of `equals` and `contains`; of `among` the list.
        var constant = CELValue.null
        var call: Unmanaged<QuickCall>?
    }

    nonisolated(unsafe) let atoms: UnsafeMutableBufferPointer<Atom>
    // Keep alive what atoms point to.
    private nonisolated(unsafe) let texts: [UnsafeMutableBufferPointer<UInt8>]
    private let calls: [QuickCall]

    /// - Returns: nil: the condition asks something else as well.
    init?(_ checked: CheckedExpression, _ selection: Selection, _ parameters: ParameterValues) {
        var reader = QuickTestReader(checked: checked, parameters: parameters)
        guard reader.read(checked.expression.root, isNegated: false), reader.atoms.count <= 4 else {
            reader.texts.forEach { $0.deallocate() }
            return nil
        }
        atoms = .allocate(capacity: reader.atoms.count)
        _ = atoms.initialize(from: reader.atoms)
        texts = reader.texts
        calls = reader.calls
    }

    deinit {
        texts.forEach { $0.deallocate() }
        atoms.deallocate()
    }

    // MARK: Asking

    /// Whether the condition holds.
    @inline(__always)
    static func ask(
        _ atoms: UnsafeMutableBufferPointer<Atom>, _ variables: UnsafePointer<CELValue>, _ host: ModelHost,
        _ evaluation: Evaluation
    ) -> Answer {
        for index in atoms.indices {
            switch ask(atoms.baseAddress.unsafelyUnwrapped + index, variables, host, evaluation) {
            case .yes: continue
            case .no: return .no
            case .unsure: return .unsure
            }
        }
        return .yes
    }

    @inline(__always)
    private static func ask(
        _ atom: UnsafePointer<Atom>, _ variables: UnsafePointer<CELValue>, _ host: ModelHost, _ evaluation: Evaluation
    ) -> Answer {
        let isYes: Bool
        switch atom.pointee.kind {
        case .filled:
            let value = value(atom.pointee.value, variables, host)
            isYes =
                value.tag == .string && value.extra > 0 && value.utf8[0] > 0x20
                || ElementFunctions.isFilled(value, evaluation)
        case .equals: isYes = isEqual(value(atom.pointee.value, variables, host), atom.pointee.constant)
        case .contains: isYes = contains(value(atom.pointee.value, variables, host), atom.pointee.constant, host)
        case .among:
            let value = value(atom.pointee.value, variables, host)
            isYes = atom.pointee.constant.elements.contains { isEqual(value, $0) }
        case .call, .filledCall:
            guard let result = atom.pointee.call?._withUnsafeGuaranteedRef({ $0.run(variables, host, evaluation) }) else {
                return .unsure
            }
            if atom.pointee.kind == .call {
                guard result.tag == .bool else { return .unsure }
                isYes = result.asBool
            } else {
                if result.isError { return .unsure }
                isYes = ElementFunctions.isFilled(result, evaluation)
            }
        }
        return isYes == atom.pointee.isNegated ? .no : .yes
    }

    @inline(__always)
    static func value(_ source: Source, _ variables: UnsafePointer<CELValue>, _ host: ModelHost) -> CELValue {
        switch source {
        case .field(let number, let variable): host.field(number, of: variables[variable])
        case .variable(let index): variables[index]
        case .constant(let value): value
        }
    }

    @inline(__always)
    private static func isEqual(_ a: CELValue, _ b: CELValue) -> Bool {
        guard a.tag == b.tag else { return false }
        guard a.tag == .string else { return a.bits == b.bits }
        guard a.extra == b.extra else { return false }
        let (a, b) = (a.utf8, b.utf8)
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    private static func contains(_ list: CELValue, _ element: CELValue, _ host: ModelHost) -> Bool {
        var cursor: UInt64 = 0
        while let item = host.next(in: list, &cursor) {
            if isEqual(item, element) { return true }
        }
        return false
    }
}

/// A call of one function with plain arguments.
final class QuickCall: Sendable {
    private let overload: Overload
    private let arguments: [QuickTest.Source]
    /// For each argument whether it has to be a text.
    private let areTexts: [Bool]

    private static let mostArguments = 3

    /// - Returns: nil for a signature that is the evaluator's to match.
    init?(_ overload: Overload, _ arguments: [QuickTest.Source]) {
        guard arguments.count == overload.parameters.count, arguments.count <= Self.mostArguments,
            !overload.isVariadic
        else { return nil }
        for parameter in overload.parameters {
            switch parameter {
            case .string, .dyn, .object, .list(.dyn): break
            default: return nil
            }
        }
        self.overload = overload
        self.arguments = arguments
        areTexts = overload.parameters.map { $0 == .string }
    }

    /// - Returns: nil where an argument is not what the function takes.
    func run(
        _ variables: UnsafePointer<CELValue>, _ host: ModelHost, _ evaluation: Evaluation
    ) -> CELValue? {
        withUnsafeTemporaryAllocation(of: CELValue.self, capacity: Self.mostArguments) { values in
            for index in arguments.indices {
                let value = QuickTest.value(arguments[index], variables, host)
                if areTexts[index], value.tag != .string { return nil }
                if value.isError || value.tag == .absent && !overload.acceptsAbsent { return nil }
                values.initializeElement(at: index, to: value)
            }
            return overload.implementation(
                UnsafeBufferPointer(rebasing: UnsafeBufferPointer(values)[..<arguments.count]), evaluation)
        }
    }
}
