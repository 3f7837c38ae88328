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
    package internal(set) var overloads: [Overload]

    package init(_ name: String, _ overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
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

    package init(
        _ id: String, isMember: Bool = false, _ parameters: [CELType], _ result: CELType, acceptsAbsent: Bool = false,
        isVariadic: Bool = false, testsElements: Bool = true, _ implementation: @escaping Implementation
    ) {
        self.id = id
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.implementation = implementation
        self.acceptsAbsent = acceptsAbsent
        self.isVariadic = isVariadic
        self.testsElements = testsElements
    }

    /// True when it can be called with so many arguments, the receiver among them.
    package func takes(_ count: Int) -> Bool {
        parameters.count == count || isVariadic && count > parameters.count
    }
}
