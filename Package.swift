// swift-tools-version: 6.1
import PackageDescription

/// One settings loop for all targets (see the end of this file).
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "contractlint",
    products: [
        .executable(name: "contractlint", targets: ["contractlint"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.4.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2"), .linkedLibrary("stdc++")]),
        .target(name: "Patterns", dependencies: ["CRE2"]),
        .target(name: "CYAMLMemory"),
        .target(name: "CProc"),
        .target(name: "Basics"),
        .target(name: "Diagnostics", dependencies: ["Basics"]),
        .target(name: "YAMLTree", dependencies: ["Basics", "Diagnostics", "CLibYAML", "CYAMLMemory"]),
        .target(name: "ContractModel", dependencies: ["Basics", "Diagnostics", "YAMLTree", "Patterns"]),
        .target(name: "CEL", dependencies: ["Basics", "Diagnostics", "Patterns"]),
        .target(name: "ColumnTypes", dependencies: ["Basics", "Diagnostics", "YAMLTree", "ContractModel"]),
        .target(
            name: "Compatibility", dependencies: ["Basics", "Diagnostics", "YAMLTree", "ContractModel", "ColumnTypes"]),
        .target(
            name: "Mesh",
            dependencies: ["Basics", "Diagnostics", "YAMLTree", "ContractModel", "ColumnTypes", "Compatibility"]),
        .target(
            name: "NativeRules",
            dependencies: ["Basics", "Diagnostics", "YAMLTree", "ContractModel", "ColumnTypes", "Patterns"]),
        .target(
            name: "RuleLanguage",
            dependencies: ["Basics", "Diagnostics", "YAMLTree", "CEL", "ContractModel", "ColumnTypes", "Patterns"]),
        .target(
            name: "Governance",
            dependencies: [
                "Basics", "Diagnostics", "YAMLTree", "ContractModel", "Compatibility", "Mesh", "NativeRules",
                "RuleLanguage", "Patterns",
            ]),
        .target(name: "Reporters", dependencies: ["Basics", "Diagnostics"]),
        .target(
            name: "Workspace",
            dependencies: [
                "Basics", "Diagnostics", "YAMLTree", "ContractModel", "Compatibility", "Mesh", "NativeRules",
                "RuleLanguage", "Governance", "Reporters",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .executableTarget(
            name: "contractlint",
            dependencies: [
                "CProc",
                "Basics", "Diagnostics", "YAMLTree", "ContractModel", "Compatibility", "NativeRules", "RuleLanguage",
                "Governance", "Reporters", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .executableTarget(
            name: "contractlint-dev",
            dependencies: [
                "Basics", "CEL", "YAMLTree", "ContractModel", "Compatibility", "Diagnostics", "NativeRules",
                "RuleLanguage", "Governance", "Reporters",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "TestSupport",
            dependencies: [
                "Diagnostics", "YAMLTree", "ContractModel", "NativeRules", "RuleLanguage", "Governance",
            ],
            path: "Tests/TestSupport"),
        .testTarget(name: "BasicsTests", dependencies: ["Basics", "TestSupport"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(name: "YAMLTreeTests", dependencies: ["Basics", "YAMLTree", "TestSupport"]),
        .testTarget(name: "CELTests", dependencies: ["CEL", "TestSupport"]),
        .testTarget(name: "ContractModelTests", dependencies: ["ContractModel", "Patterns", "TestSupport"]),
        .testTarget(name: "ColumnTypesTests", dependencies: ["Basics", "ColumnTypes", "TestSupport"]),
        .testTarget(name: "CompatibilityTests", dependencies: ["Basics", "Compatibility", "TestSupport"]),
        .testTarget(name: "MeshTests", dependencies: ["Basics", "Diagnostics", "Mesh", "TestSupport"]),
        .testTarget(name: "NativeRulesTests", dependencies: ["Basics", "ColumnTypes", "NativeRules", "TestSupport"]),
        .testTarget(name: "RuleLanguageTests", dependencies: ["Basics", "RuleLanguage", "Governance", "TestSupport"]),
        .testTarget(name: "GovernanceTests", dependencies: ["Basics", "Governance", "TestSupport"]),
        .testTarget(name: "ReportersTests", dependencies: ["Reporters", "TestSupport"]),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: [
                "Workspace", "Governance", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Basics", "TestSupport", "Diagnostics", "YAMLTree", "ContractModel", "Governance", "Reporters",
                "contractlint",
            ]),
    ]
)

// The fuzz targets exist only for `Tests/fuzz.sh`: they link a sanitizer's runtime, which no user needs.
if Context.environment["CONTRACTLINT_FUZZ"] != nil {
    // The sanitizer is to see each piece of libyaml's memory for itself.
    package.targets.first { $0.name == "CYAMLMemory" }?.cSettings = [.define("CONTRACTLINT_SANITIZED")]
    let sanitizer: [LinkerSetting] = [.unsafeFlags(["-use-ld=lld", "-sanitize=address"])]
    package.targets.append(.target(name: "FuzzDriver", path: "Tests/Fuzz/Driver"))
    package.targets.append(
        .executableTarget(
            name: "fuzz-check", dependencies: ["FuzzDriver", "Diagnostics", "YAMLTree", "Governance", "Reporters"],
            path: "Tests/Fuzz/Check", linkerSettings: sanitizer))
    package.targets.append(
        .executableTarget(
            name: "fuzz-scan", dependencies: ["FuzzDriver", "Basics", "Diagnostics", "YAMLTree"],
            path: "Tests/Fuzz/Scan", exclude: ["words.dict"], linkerSettings: sanitizer))
}

for target in package.targets
where ![.system, .plugin].contains(target.type) && !["CRE2", "CYAMLMemory", "CProc"].contains(target.name) {
    target.swiftSettings = strict
}
