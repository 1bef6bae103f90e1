#ifndef LEXWATCH_CZLIB_SHIM_H
#define LEXWATCH_CZLIB_SHIM_H

#include <zlib.h>

/* deflateInit is a macro that carries the version and size that this was compiled with. */
static inline int lw_deflate_init(z_stream *stream, int level) { return deflateInit(stream, level); }

static inline int lw_inflate_start(z_stream *stream) { return inflateInit(stream); }

#endif
