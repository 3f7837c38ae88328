/// Whoever owns the objects that an expression speaks of. Called from the inner loop: it hands out values that point into
/// its own data and copies nothing.
package protocol Host: AnyObject {
    /// A field of an object, by the number of its `FieldDeclaration`; `absent` when the object lacks it.
    func field(_ number: Int, of object: Value) -> Value
    /// Number of elements of a host list or map.
    func count(of collection: Value) -> Int
    /// Goes over a host list, or over the keys of a host map. Begin with 0; the cursor is the host's to use.
    ///
    /// - Returns: nil at the end.
    func next(in collection: Value, _ cursor: inout UInt64) -> Value?
    /// The value of a key of a host map; nil when it is not there.
    func value(of key: UnsafeBufferPointer<UInt8>, in map: Value) -> Value?
    /// True when two objects or opaque values are the same.
    func isEqual(_ a: Value, _ b: Value) -> Bool
    /// The name of an object's type.
    func typeName(of object: Value) -> StaticString
}

/// Has no objects.
final class NoHost: Host {
    func field(_ number: Int, of object: Value) -> Value { .absent }
    func count(of collection: Value) -> Int { 0 }
    func next(in collection: Value, _ cursor: inout UInt64) -> Value? { nil }
    func value(of key: UnsafeBufferPointer<UInt8>, in map: Value) -> Value? { nil }
    func isEqual(_ a: Value, _ b: Value) -> Bool { false }
    func typeName(of object: Value) -> StaticString { "object" }
}
