import Foundation
import Tracking

/// How sources are asked: from the environment and `lexwatch.yml` alone, because a cron line should not hold them.
struct NetworkSettings {
    /// Networks in CIDR notation that may be connected to although they are not public.
    let allowed: [String]
    /// Where the operator of a site can reach us, an address or a URL.
    let contact: String?
    /// Ways to reach repositories beside https: http, file.
    let gitSchemes: [String]
    /// In place of our own.
    let userAgent: String?
    /// Seconds for one document, everything counted.
    let deadline: Double
    /// Hosts that are asked at once.
    let hosts: Int
    /// Told when a run begins and ends.
    let heartbeat: String?
    /// Prometheus text file.
    let metrics: URL?

    init(_ value: (String) -> String?) throws(ConfigurationError) {
        allowed = (value("allow-address") ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        contact = value("contact")
        gitSchemes = (value("git-schemes") ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        userAgent = value("user-agent")
        heartbeat = value("heartbeat")
        metrics = value("metrics").map { URL(filePath: $0) }
        deadline = try Self.number(value("deadline"), "deadline", 1...3_600, 60)
        hosts = Int(try Self.number(value("hosts"), "hosts", 1...256, 8))
    }

    private static func number(
        _ word: String?, _ name: String, _ range: ClosedRange<Double>, _ standard: Double
    ) throws(ConfigurationError) -> Double {
        guard let word else { return standard }
        guard let number = Double(word), range.contains(number) else {
            throw ConfigurationError(faults: [
                "\(name): “\(word)” should be a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
            ])
        }
        return number
    }
}
