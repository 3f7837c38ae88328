/// The overloads that programs of an image call, by number: the image has their names once.
package struct OverloadNames: Sendable {
    private struct Name: Hashable {
        let function: String
        let overload: String
    }

    private var names: [Name] = []
    private var numbers: [Name: Int] = [:]

    package init() {}

    mutating func number(_ function: String, _ overload: String) -> Int {
        let name = Name(function: function, overload: overload)
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    package func write(to image: inout ImageWriter) {
        image.write(each: names) { name, image in
            image.write(name.function)
            image.write(name.overload)
        }
    }
}
