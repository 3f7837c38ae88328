/// A set of functions: what the checker must know of each and how it is evaluated stand side by side.
package struct Library: Sendable {
    package let name: String
    package let functions: [Function]

    package init(_ name: String, _ functions: [Function]) {
        self.name = name
        self.functions = functions
    }
}

package struct Function: Sendable {
    /// `size`, `math.greatest`, `_+_`.
    package let name: String
    /// A sentence on what it gives; empty: the documents of CEL say so.
    package let meaning: String
    package internal(set) var overloads: [Overload]

    package init(_ name: String, means meaning: String = "", _ overloads: [Overload]) {
        self.name = name
        self.meaning = meaning
        self.overloads = overloads
    }

    /// - Parameter opcode: the instruction that does what each of the overloads does.
    init(_ name: String, _ opcode: Instruction.Opcode, _ overloads: [Overload]) {
        self.init(name, overloads.map { $0.compiled(to: opcode) })
    }
}

/// One signature of a function, and what it does.
package struct Overload: Sendable {
    /// Unique among the overloads of a function: `size_string`.
    package let id: String
    package let isMember: Bool
    /// The receiver first, if it is a member.
    package let parameters: [CELType]
    package let result: CELType
    package let implementation: Implementation
    /// True when it takes arguments that are absent. For any other that is an error before it is called.
    package let acceptsAbsent: Bool
    /// True when the last argument may be given again and again: `math.greatest(1, 2, 3)`.
    package let isVariadic: Bool
    /// True when the elements of a list are looked at before the call when their type is not known. Else the
    /// implementation does: it takes what it is given by the tags of its arguments alone.
    package let testsElements: Bool
    package let promises: Promises
    /// An instruction that does the same as the implementation.
    private(set) var opcode: Instruction.Opcode?

    package init(
        _ id: String, isMember: Bool = false, _ parameters: [CELType], _ result: CELType, acceptsAbsent: Bool = false,
        isVariadic: Bool = false, testsElements: Bool = true, promises: Promises = Promises(),
        _ implementation: @escaping Implementation
    ) {
        self.id = id
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.implementation = implementation
        self.acceptsAbsent = acceptsAbsent
        self.isVariadic = isVariadic
        self.testsElements = testsElements
        self.promises = promises
    }

    /// The test whether a value is there and holds something: it is neither absent, null nor blank, nor empty.
    package static func presence(_ id: String) -> Overload {
        Overload(id, [.dyn], .bool, acceptsAbsent: true, promises: Promises(provesPresence: true)) {
            .bool($1.isFilled($0[0]))
        }
        .compiled(to: .filled)
    }

    func compiled(to opcode: Instruction.Opcode) -> Overload {
        var own = self
        own.opcode = opcode
        return own
    }

    /// True when it can be called with so many arguments, the receiver among them.
    package func takes(_ count: Int) -> Bool {
        parameters.count == count || isVariadic && count > parameters.count
    }
}
