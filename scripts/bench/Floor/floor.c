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

/// Wide multiplications over 16 bytes at a time, in two chains so that they overlap; the rest is padded with zeros.
static uint64_t hash_line(const uint8_t *at, size_t count) {
    uint64_t first = secret0 ^ count, second = secret1;
    size_t left = count;
    while (left >= 32) {
        first = fold_product(load64(at) ^ secret1, load64(at + 8) ^ first);
        second = fold_product(load64(at + 16) ^ secret0, load64(at + 24) ^ second);
        at += 32;
        left -= 32;
    }
    uint8_t rest[32] = {0};
    memcpy(rest, at, left);
    first = fold_product(load64(rest) ^ secret1, load64(rest + 8) ^ first);
    second = fold_product(load64(rest + 16) ^ secret0, load64(rest + 24) ^ second);
    return fold_product(first ^ secret0, second ^ count);
}

static inline int is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

static inline uint64_t three(const uint8_t *at) {
    return (uint64_t)(at[0] & 0x0F) << 12 | (uint64_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
}

/// The sum of the code points of a line; the common cases (runs of ideographs, runs of ASCII) go several at a time.
static uint64_t decode_line(const uint8_t *at, size_t count) {
    const uint8_t *end = at + count;
    uint64_t sum = 0;
    while (end - at >= 12) {
        // Four three-byte sequences: lead 1110xxxx, followers 10xxxxxx.
        uint32_t tail;
        memcpy(&tail, at + 8, sizeof tail);
        uint64_t head = load64(at);
        if ((head & 0xC0F0C0C0F0C0C0F0ULL) == 0x80E08080E08080E0ULL && (tail & 0xC0C0F0C0U) == 0x8080E080U) {
            sum += three(at) + three(at + 3) + three(at + 6) + three(at + 9);
            at += 12;
        } else if ((head & 0x8080808080808080ULL) == 0) {
            for (int i = 0; i < 8; i++) sum += at[i];
            at += 8;
        } else if ((head & 0x00C0C0F0ULL) == 0x008080E0ULL) {
            sum += three(at);
            at += 3;
        } else {
            break;
        }
    }
    while (at < end) {
        uint8_t lead = *at;
        if (lead < 0x80) {
            sum += lead;
            at += 1;
        } else if ((lead & 0xF0) == 0xE0 && end - at >= 3 && is_continuation(at[1]) && is_continuation(at[2])) {
            sum += three(at);
            at += 3;
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
