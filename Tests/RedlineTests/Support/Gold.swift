import Foundation
import Statute
import TestSupport

@testable import Redline

/// One alignment made by hand.
struct Gold: Decodable {
    struct Link: Decodable {
        var old: Int
        var new: Int
        var unsure: Bool
    }

    var law: String
    var sourceDir: String
    var oldVersion: String
    var newVersion: String
    var oldArticles: Int
    var newArticles: Int
    var links: [Link]

    var old: String { path(oldVersion) }
    var new: String { path(newVersion) }

    static func all() throws -> [Gold] {
        let folder = Corpus.folder.appending(path: "alignments")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".json") }
            .map { try decoder.decode(Gold.self, from: Data(contentsOf: folder.appending(path: $0))) }
    }

    /// Links that the labeller was unsure of count neither way.
    func score(_ set: ChangeSet) -> Score {
        let found = Set(
            set.changes.flatMap(\.links).compactMap { link -> Pair? in
                guard let old = Self.number(link.before.rawValue), let new = Self.number(link.after.rawValue)
                else {
                    return nil
                }
                return Pair(old: old, new: new)
            })
        let sure = Set(links.filter { !$0.unsure }.map { Pair(old: $0.old, new: $0.new) })
        let unsure = Set(links.filter(\.unsure).map { Pair(old: $0.old, new: $0.new) })
        return Score(
            right: found.intersection(sure).count, wrong: found.subtracting(sure).subtracting(unsure).count,
            missed: sure.subtracting(found).count)
    }

    func accountsForEveryArticle(_ set: ChangeSet) -> Bool {
        let before = set.changes.flatMap(\.before).compactMap { Self.number($0.path.rawValue) }.sorted()
        let after = set.changes.flatMap(\.after).compactMap { Self.number($0.path.rawValue) }.sorted()
        return before == Array(1...oldArticles) && after == Array(1...newArticles)
    }

    private func path(_ version: String) -> String {
        sourceDir.replacing("__", with: "/") + "(\(version)).md"
    }

    private static func number(_ path: String) -> Int? {
        path.hasPrefix("art_") ? Int(path.dropFirst(4)) : nil
    }

    private struct Pair: Hashable {
        var old: Int
        var new: Int
    }
}

/// Links right, wrong and missed.
struct Score: CustomStringConvertible {
    var right = 0
    var wrong = 0
    var missed = 0

    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }

    mutating func add(_ other: Score) {
        right += other.right
        wrong += other.wrong
        missed += other.missed
    }

    var description: String {
        "right \(right), wrong \(wrong), missed \(missed)"
    }
}
