extension Library {
    /// All there are.
    package static let all: [Library] = [standard, optionals, time, strings, lists, sets, math, encoders]
}
