/// One node of a program, plain bytes. Its operands stand before it, at distances from itself.
struct Instruction {
    var opcode: Opcode
    /// Variant of the opcode.
    var flag = false
    /// The node of the expression: where its errors are.
    var node: ExprID
    /// Distances to operands (negative), in instructions.
    var first: Int32 = 0
    var second: Int32 = 0
    var third: Int32 = 0
    /// A variable's index, a slot of the frame, a field's number, a count, whatever the opcode says.
    var number: Int32 = 0
    /// Steps that one iteration of a loop takes.
    var cost: Int32 = 0
    /// A constant, or in `bits` a pointer into the program.
    var value = Value.null

    enum Opcode: UInt8 {
        /// `value`.
        case constant
        /// `value`: an error; `number`: the program's message.
        case failure
        /// `number`: the index.
        case variable
        /// `number`: the slot.
        case local

        /// `first`: whether it is there and holds something.
        case filled

        // Fields.
        /// `first`: the object; `number`: the host's number of the field.
        case field
        /// A field of a variable: `number`: the field; `cost`: the variable's index.
        case variableField
        /// As `field`: whether it is there.
        case hasField
        /// As `field`: an optional.
        case optionalField
        /// By name, of a map or object whose type is found when evaluated. `value`: the name.
        case select, has, optionalSelect
        case index, optionalIndex

        // Logic.
        case and, or, not, conditional

        // Relations.
        case equal, unequal
        /// With `value`, a string.
        case equalText, unequalText
        case less, lessOrEqual, greater, greaterOrEqual
        case inside
        /// `first` in the list of strings that is `value`; `flag`: `value` is a map that has them as keys.
        case insideTexts

        // Arithmetic.
        case add, subtract, multiply, divide, modulo, negate

        // Texts.
        case size, startsWith, endsWith, contains
        /// `value.bits`: the `Pattern`.
        case matchesConstant
        case matches

        /// `value.bits`: the `CallSite`; `number`: the slot of its first argument.
        case call

        // Collections. `value.bits`: their `Operands`.
        case list, map

        // Macros. `first`: the range; `second`: the body; `third`: the filter, 0 for none; `number`: the variables'
        // first slot; `flag`: two variables.
        case all, exists, existsOne, mapped, filter, transformMap, transformMapEntry, sortBy
        /// `first`: the value; `second`: the body; `number`: the slot.
        case bind
        /// `first`: the optional; `second`: the body; `number`: the slot; `flag`: the body is an optional itself.
        case optionalMap
        /// `first`: an optional; `second`: what to take instead; `flag`: the first one's content, not itself.
        case or_, orValue
    }

    /// The elements of a list, or the keys and values of a map by turns.
    struct Operand {
        /// Distance from the instruction.
        var distance: Int32
        /// Written with `?`.
        var isOptional: Bool
    }
}

extension UnsafePointer<Instruction> {
    @inline(__always) var first: Self { self + Int(pointee.first) }
    @inline(__always) var second: Self { self + Int(pointee.second) }
    @inline(__always) var third: Self { self + Int(pointee.third) }
    @inline(__always) var node: ExprID { pointee.node }

    /// Of a list or map.
    var operands: UnsafeBufferPointer<Instruction.Operand> {
        UnsafeBufferPointer(
            start: UnsafePointer<Instruction.Operand>(bitPattern: UInt(pointee.value.bits)), count: Int(pointee.number))
    }
}
