/// The code points that the rules of the tokenizer name.
enum Han {
    static let di: UInt32 = 0x7B2C  // 第
    static let tiao: UInt32 = 0x6761  // 条
    static let kuan: UInt32 = 0x6B3E  // 款
    static let xiang: UInt32 = 0x9879  // 项
    static let mu: UInt32 = 0x76EE  // 目
    static let zhi: UInt32 = 0x4E4B  // 之
    static let ben: UInt32 = 0x672C  // 本
    static let closingTitle: UInt32 = 0x300B  // 》
    static let hundred: UInt32 = 0x767E  // 百
    static let fen: UInt32 = 0x5206  // 分

    /// 年 月 日 天 小(时) 个 倍 万 元 人 名 次 周 分 % 岁: what a single numeral stands before when it counts.
    static func isCounter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5E74, 0x6708, 0x65E5, 0x5929, 0x5C0F, 0x4E2A, 0x500D, 0x5143, 0x4EBA, 0x540D, 0x6B21, 0x5468,
            0x25, 0x5C81, 0x5DE5:
            true
        default: false
        }
    }

    /// 、和 至 到 或 及 以及 或者 ，: what stands between the members of a list of references.
    static func joinsReferences(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3001, 0x548C, 0x81F3, 0x5230, 0x6216, 0x53CA, 0x4EE5, 0x8005, 0x2C, 0x4E0E, 0x20, 0: true
        default: false
        }
    }

    /// The last characters of the names of legal texts: 法 例 定 则 释 办法 约 程 典.
    static func endsTitle(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x6CD5, 0x4F8B, 0x5B9A, 0x5219, 0x91CA, 0x7EA6, 0x7A0B, 0x5178: true
        default: false
        }
    }

    static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
