#ifndef LEXWATCH_BENCH_FLOOR_H
#define LEXWATCH_BENCH_FLOOR_H

#include <stddef.h>
#include <stdint.h>

/// What no redline can do without, in one pass over a text: splits it into lines, hashes the bytes of each line to
/// 64 bits, and decodes every byte from UTF-8 to code points.
///
/// Returns a mixture of all hashes, of the number of lines and of the sum of all code points, so that nothing of the
/// work can be left out. Malformed bytes count as themselves; nothing outside `bytes[0..<count]` is read.
uint64_t lexwatch_floor(const uint8_t *bytes, size_t count);

#endif
