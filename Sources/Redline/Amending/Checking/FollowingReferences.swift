import Statute

/// Tells whether two texts differ in references only, and each of them follows the new numbers of the articles.
struct FollowingReferences {
    /// Old number → new number.
    private let numbers: [String: String]

    init(_ numbers: [String: String]) { self.numbers = numbers }

    private enum Segment: Equatable {
        case words(UInt32)
        case reference(String)
    }

    /// - Parameters:
    ///   - old: a text with the old numbers.
    ///   - new: the same text with the new ones, perhaps.
    func explain(_ old: String, _ new: String) -> Bool {
        let (a, b) = (Self.segments(old), Self.segments(new))
        guard a.count == b.count else { return false }
        var follows = false
        for (x, y) in zip(a, b) where x != y {
            guard case .reference(let from) = x, case .reference(let to) = y, numbers[from] == to else {
                return false
            }
            follows = true
        }
        return follows
    }

    private static func segments(_ text: String) -> [Segment] {
        let scalars = Array(text.unicodeScalars)
        var found: [Segment] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == "第", let (number, end) = chinese(scalars, at: index) {
                found.append(.reference(number))
                index = end
            } else if scalars[index] == "A", let end = english(scalars, at: index, into: &found) {
                index = end
            } else {
                found.append(.words(scalars[index].value))
                index += 1
            }
        }
        return found
    }

    /// 第一百二十条之一
    private static func chinese(_ scalars: [Unicode.Scalar], at start: Int) -> (number: String, end: Int)? {
        guard let found = SmallNumeral.leading(scalars[(start + 1)...]) else { return nil }
        var end = start + 1 + found.length
        guard end < scalars.count, scalars[end] == "条" else { return nil }
        end += 1
        var number = String(found.value)
        while end < scalars.count, scalars[end] == "之",
            let branch = SmallNumeral.leading(scalars[(end + 1)...])
        {
            number += "-\(branch.value)"
            end += 1 + branch.length
        }
        return (number, end)
    }

    /// Article 5, Articles 41 to 43: every number of the list is a reference of its own.
    private static func english(
        _ scalars: [Unicode.Scalar], at start: Int, into found: inout [Segment]
    ) -> Int? {
        let words = scalars[start...].prefix(9).string
        guard let word = ["Articles ", "Article "].first(where: { words.hasPrefix($0) }) else { return nil }
        var index = start + word.unicodeScalars.count
        guard index < scalars.count, SmallNumeral.digit(scalars[index]) != nil else { return nil }
        found += "Article ".unicodeScalars.map { .words($0.value) }
        while index < scalars.count, let number = SmallNumeral.leading(scalars[index...]), number.isArabic {
            found.append(.reference(String(number.value)))
            index += number.length
            index = copyBrackets(scalars, from: index, into: &found)
            let joint = [", and ", " and ", " or ", " to ", ", "].first { joint in
                scalars[index...].starts(with: joint.unicodeScalars)
                    && scalars.dropFirst(index + joint.unicodeScalars.count).first.flatMap(SmallNumeral.digit)
                        != nil
            }
            guard let joint else { break }
            found += joint.unicodeScalars.map { .words($0.value) }
            index += joint.unicodeScalars.count
        }
        return index
    }

    /// (2)(3) behind the number: paragraphs and items, which nothing renumbers here.
    private static func copyBrackets(
        _ scalars: [Unicode.Scalar], from start: Int, into found: inout [Segment]
    ) -> Int {
        var index = start
        while index < scalars.count, scalars[index] == "(",
            let close = scalars[index...].prefix(8).firstIndex(of: ")")
        {
            found += scalars[index...close].map { .words($0.value) }
            index = close + 1
        }
        return index
    }
}
