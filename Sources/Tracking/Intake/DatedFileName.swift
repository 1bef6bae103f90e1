import Foundation
import Statute

/// A file name with a date in it: 网络安全法(2016-11-07), 2016-11-07 网络安全法.
struct DatedFileName {
    var title: String
    var date: CalendarDate?

    init(_ stem: String) {
        title = stem
        let scalars = Array(stem.unicodeScalars)
        for start in scalars.indices where start + 10 <= scalars.count {
            guard let found = CalendarDate(scalars[start..<(start + 10)].string) else { continue }
            date = found
            var rest = scalars
            rest.removeSubrange(start..<(start + 10))
            title = rest.string.replacingOccurrences(of: "()", with: "").replacingOccurrences(
                of: "（）", with: ""
            )
            .trimmingCharacters(in: .whitespaces)
            return
        }
    }
}
