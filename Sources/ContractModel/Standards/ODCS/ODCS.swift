/// The Open Data Contract Standard, 2.2.0 to 3.2.0, as tables.
///
/// Tables of ODCS: each version accepts what its official JSON Schema accepts. 2.2.0 has none and is read as 2.2.1.
package enum ODCS {
    package static let table = ShapeTable(
        .odcs,
        contract + schema + options + relationships + quality + serviceLevels + servers + people + common)

    static let v2 = Versions.through("2.2.2")
    static let v3 = Versions.since("3.0.0")
    static let v30 = Versions.between("3.0.0", "3.0.2")
    static let v31 = Versions.since("3.1.0")
    static let v32 = Versions.since("3.2.0")

    /// Before 3.1.0 most definitions let unknown keys pass.
    static let beforeV31 = Versions.through("3.0.2")
}
