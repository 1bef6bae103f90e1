import Foundation
internal import GRDB
import Statute

/// The part of a request that says in which versions a provision must stand, as SQL over `states s`, `versions v`,
/// `instruments i` and `state_texts st`, and `provisions p`. Every value is an argument.
struct StateFilter {
    private(set) var conditions: [String] = []
    private(set) var arguments: [String: any DatabaseValueConvertible] = [:]
    /// Most provisions of the store pass: rather look at what the words find than list all that pass.
    private(set) var isWide = true

    /// - Parameter states: the only states that pass; nil for all that stood at the moment.
    init(_ request: SearchRequest, seq: Int, states: [Int64]?, marked: [String]?) {
        add("s.gone = 0 AND s.since <= :seq AND (s.until IS NULL OR s.until > :seq)", "seq", seq)
        if let instruments = request.instruments {
            narrow(
                "i.name IN (SELECT value FROM json_each(:instruments))", "instruments",
                Self.json(instruments.map(\.description).sorted()))
        }
        if let stage = request.stage {
            let column = "substr(v.name, instr(v.name, '.') + 1)"
            if stage == "draft" {
                narrow("substr(\(column), 1, 5) = :stage", "stage", stage)
            } else {
                narrow("\(column) = :stage", "stage", stage)
            }
        }
        if let from = request.from {
            narrow("v.name < 'undated' AND substr(v.name, 1, 10) >= :from", "from", from.description)
        }
        if let to = request.to {
            narrow("v.name < 'undated' AND substr(v.name, 1, 10) <= :to", "to", to.description)
        }
        if let language = request.language {
            narrow("st.language = :language", "language", language.rawValue)
        }
        if let states {
            narrow(
                "s.id IN (SELECT value FROM json_each(:states))", "states",
                "[\(states.map(String.init).joined(separator: ","))]")
        }
        if let marked {
            narrow(
                "(p.text || ':' || p.path) IN (SELECT value FROM json_each(:marked))", "marked",
                Self.json(marked))
        }
    }

    var sql: String { conditions.joined(separator: " AND ") }

    private mutating func narrow(_ condition: String, _ name: String, _ value: any DatabaseValueConvertible) {
        isWide = false
        add(condition, name, value)
    }

    private mutating func add(_ condition: String, _ name: String, _ value: any DatabaseValueConvertible) {
        conditions.append(condition)
        arguments[name] = value
    }

    /// Strings of names and paths, which hold no character that JSON escapes but these two.
    private static func json(_ words: [String]) -> String {
        let quoted = words.map {
            "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return "[\(quoted.joined(separator: ","))]"
    }
}
