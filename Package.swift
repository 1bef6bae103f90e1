// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "lexwatch",
    products: [
        .executable(name: "lexwatch", targets: ["lexwatch"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // The core: pure and total. No network, clock, environment or file system.
        .target(name: "Statute"),
        .target(name: "Redline", dependencies: ["Statute"]),
        .target(name: "Alerts", dependencies: ["Statute", "Redline"]),

        // What comes in: requests, exchanges, documents, and the ports through which they do.
        .target(name: "Material"),

        // How it is shown, where it is kept, the run, and the edge.
        .target(name: "Rendering", dependencies: ["Statute", "Redline", "Alerts"]),
        // Values and cryptography by which others can check what is kept: no file system, no network.
        .target(name: "Evidence", dependencies: ["CCrypto", "Statute"]),
        .target(name: "GitStore", dependencies: ["CLibgit2", "CZlib", "Statute"]),
        // Evidence over the store: the log follows its branches, and verification needs neither libgit2 nor a secret.
        .target(
            name: "Custody",
            dependencies: ["GitStore", "Evidence", "Statute", "CArchive", "CCrypto", "CSQLite", "CZlib"]),
        // Derived from the store for speed; never needed for an answer to be right.
        .target(
            name: "Index",
            dependencies: ["Statute", "GitStore", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "Tracking",
            dependencies: [
                "Statute", "Redline", "Alerts", "Rendering", "GitStore", "Material",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(name: "Transport", dependencies: ["Material", "CLibzip", "CCurl", "CLibxml2"]),
        .executableTarget(
            name: "lexwatch",
            dependencies: [
                "Statute", "Redline", "Alerts", "Rendering", "GitStore", "Index", "Tracking", "Transport",
                "Material", "Evidence", "Custody",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Measures the engine (scripts/bench/redline); no product, so that nobody installs it.
        .target(name: "Floor", path: "scripts/bench/Floor"),
        .executableTarget(
            name: "RedlineBench", dependencies: ["Redline", "Statute", "Floor", "CLibgit2"],
            path: "scripts/bench/RedlineBench"),
        // Measures the scan for concepts (scripts/bench/scan).
        .executableTarget(
            name: "ScanBench", dependencies: ["Alerts", "Statute", "Tracking"],
            path: "scripts/bench/ScanBench"),
        // Writes and reads stores (scripts/bench/store).
        .executableTarget(
            name: "StoreBench", dependencies: ["GitStore", "Statute"], path: "scripts/bench/StoreBench"),
        // Measures reading through the index (scripts/bench/reads).
        .executableTarget(
            name: "ReadBench", dependencies: ["Index", "GitStore", "Statute"],
            path: "scripts/bench/ReadBench"),

        .target(name: "TestSupport", dependencies: ["Statute"], path: "Tests/TestSupport"),
        .testTarget(name: "StatuteTests", dependencies: ["Statute", "TestSupport"]),
        .testTarget(name: "RedlineTests", dependencies: ["Redline", "Statute", "TestSupport"]),
        .testTarget(name: "AlertsTests", dependencies: ["Alerts", "Redline", "Statute", "TestSupport"]),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "Alerts", "Redline", "Statute", "TestSupport"]),
        .testTarget(name: "GitStoreTests", dependencies: ["GitStore", "Statute", "TestSupport"]),
        .testTarget(name: "EvidenceTests", dependencies: ["Evidence", "Statute", "TestSupport"]),
        .testTarget(name: "IndexTests", dependencies: ["Index", "GitStore", "Statute", "TestSupport"]),
        .testTarget(
            name: "CustodyTests", dependencies: ["Custody", "Evidence", "GitStore", "Statute", "TestSupport"]),
        .testTarget(
            name: "TrackingTests",
            dependencies: [
                "Tracking", "GitStore", "Rendering", "Alerts", "Redline", "Statute", "Material",
                "TestSupport",
            ]),
        .testTarget(
            name: "TransportTests", dependencies: ["Transport", "Material", "Statute", "TestSupport"]),
        // Deadlines are measured here, and no other test may hold the threads: scripts/test runs it alone.
        .testTarget(name: "HTTPTests", dependencies: ["Transport", "Material", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["lexwatch", "TestSupport"]),
    ]
)

// Fuzzers want a sanitizer and another linker: scripts/fuzz/run builds them, nothing else does.
if Context.environment["LEXWATCH_FUZZ_TARGETS"] != nil {
    for name in ["PageFuzz", "OfficeFuzz"] {
        package.targets.append(
            .executableTarget(
                name: name, dependencies: ["Transport", "Material"], path: "scripts/fuzz/\(name)"))
    }
}

// One loop, so that no target can be laxer than another.
for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .swiftLanguageMode(.v6),
            .treatAllWarnings(as: .error),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
        ]
}
