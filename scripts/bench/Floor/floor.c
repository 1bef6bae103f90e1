#include "floor.h"

#include <string.h>

static const uint64_t secret0 = 0xa0761d6478bd642fULL;
static const uint64_t secret1 = 0xe7037ed1a0b428dbULL;

static inline uint64_t fold_product(uint64_t a, uint64_t b) {
    __uint128_t product = (__uint128_t)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t load64(const uint8_t *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

static inline uint32_t load32(const uint8_t *at) {
    uint32_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/// Wide multiplications over 16 bytes at a time, in two chains so that they overlap. The rest is read from the end, so
/// that some bytes are read twice instead of one by one.
static inline uint64_t hash_line(const uint8_t *at, size_t count) {
    uint64_t first = secret0 ^ count, second = secret1;
    uint64_t a, b;
    if (count >= 16) {
        const uint8_t *end = at + count;
        for (; end - at > 32; at += 32) {
            first = fold_product(load64(at) ^ secret1, load64(at + 8) ^ first);
            second = fold_product(load64(at + 16) ^ secret0, load64(at + 24) ^ second);
        }
        if (end - at > 16) first = fold_product(load64(at) ^ secret1, load64(at + 8) ^ first);
        a = load64(end - 16);
        b = load64(end - 8);
    } else if (count >= 4) {
        a = (uint64_t)load32(at) << 32 | load32(at + count - 4);
        b = (uint64_t)load32(at + (count >> 3 << 2)) << 32 | load32(at + count - 4 - (count >> 3 << 2));
    } else {
        a = count > 0 ? (uint64_t)at[0] << 16 | (uint64_t)at[count >> 1] << 8 | at[count - 1] : 0;
        b = 0;
    }
    return fold_product(first ^ a, second ^ b);
}

static inline int is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// The code point of a sequence of three bytes, the first of them lowest in the word.
static inline uint64_t ideograph(uint64_t word) {
    return (word & 0x0F) << 12 | (word >> 8 & 0x3F) << 6 | (word >> 16 & 0x3F);
}

/// The lead and follower bits of two sequences of three bytes: 1110xxxx 10xxxxxx 10xxxxxx, twice.
static const uint64_t three_bytes = 0x0000C0C0F0C0C0F0ULL, three_bytes_lead = 0x00008080E08080E0ULL;

/// The code points of two sequences of three bytes, decoded side by side in one word, added up.
static inline uint64_t two_ideographs(uint64_t word) {
    uint64_t points = (word & 0x00000F00000FULL) << 12 | (word >> 2 & 0x000FC0000FC0ULL)
                      | (word >> 16 & 0x00003F00003FULL);
    return (points & 0xFFFF) + (points >> 24);
}

/// The sum of the code points of a line; runs of ideographs go four at a time, runs of ASCII eight at a time.
static inline uint64_t decode_line(const uint8_t *at, size_t count) {
    const uint8_t *end = at + count;
    uint64_t sum = 0;
    while (at < end) {
        if (end - at >= 12) {
            uint64_t head = load64(at), tail = load64(at + 4) >> 16;
            if ((head & three_bytes) == three_bytes_lead && (tail & three_bytes) == three_bytes_lead) {
                sum += two_ideographs(head) + two_ideographs(tail);
                at += 12;
                continue;
            }
            if ((head & 0x8080808080808080ULL) == 0) {
                for (int i = 0; i < 8; i++) sum += at[i];
                at += 8;
                continue;
            }
        }
        uint8_t lead = *at;
        if ((lead & 0xF0) == 0xE0 && end - at >= 3 && is_continuation(at[1]) && is_continuation(at[2])) {
            sum += ideograph((uint64_t)lead | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16);
            at += 3;
        } else if (lead < 0x80) {
            sum += lead;
            at += 1;
        } else if ((lead & 0xE0) == 0xC0 && end - at >= 2 && is_continuation(at[1])) {
            sum += (uint64_t)(lead & 0x1F) << 6 | (at[1] & 0x3F);
            at += 2;
        } else if ((lead & 0xF8) == 0xF0 && end - at >= 4 && is_continuation(at[1]) && is_continuation(at[2])
                   && is_continuation(at[3])) {
            sum += (uint64_t)(lead & 0x07) << 18 | (uint64_t)(at[1] & 0x3F) << 12 | (uint64_t)(at[2] & 0x3F) << 6
                   | (at[3] & 0x3F);
            at += 4;
        } else {
            sum += lead;
            at += 1;
        }
    }
    return sum;
}

uint64_t lexwatch_floor(const uint8_t *bytes, size_t count) {
    uint64_t hashes = 0, points = 0, lines = 0;
    size_t start = 0;
    while (start < count) {
        const uint8_t *feed = memchr(bytes + start, '\n', count - start);
        size_t length = feed ? (size_t)(feed - (bytes + start)) : count - start;
        hashes = hashes * 31 + hash_line(bytes + start, length);
        points += decode_line(bytes + start, length) + (feed ? '\n' : 0);
        lines += 1;
        start += length + 1;
    }
    return hashes ^ points << 20 ^ lines;
}
