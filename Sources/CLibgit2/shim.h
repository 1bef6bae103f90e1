#ifndef LEXWATCH_CLIBGIT2_SHIM_H
#define LEXWATCH_CLIBGIT2_SHIM_H

/* stddef.h first: git2.h uses ptrdiff_t without asking for it. */
#include <stddef.h>
#include <stdint.h>
#include <malloc.h>
#include <unistd.h>
#include <sys/syscall.h>
#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#include <git2/sys/stream.h>

/* git_libgit2_opts is variadic, which Swift cannot call: one function for each option. */
static inline int lw_git_enable_fsync_gitdir(int on) {
    return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, on);
}
static inline int lw_git_set_search_path(int level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}
static inline int lw_git_set_owner_validation(int on) {
    return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, on);
}
static inline int lw_git_enable_strict_hash_verification(int on) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, on);
}
static inline int lw_git_enable_strict_object_creation(int on) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, on);
}
static inline int lw_git_set_cache_object_limit(git_object_t type, size_t size) {
    return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, size);
}
static inline int lw_git_set_ssl_cert_locations(const char *file, const char *folder) {
    return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, folder);
}

/* malloc.h is in no module of Swift's. */
static inline void lw_malloc_trim(void) { malloc_trim(0); }

/* A connection of our own. libgit2 wants its part first; owner is a retained Swift object. The last three stand where
   libgit2's own connections have host, port and socket: its ssh takes the socket from there, whoever made the stream. */
typedef struct {
    git_stream parent;
    void *owner;
    void *unused;
    int descriptor;
} lw_git_wire;

/* Swaps two folders in one step, so that a reader sees one of them whole. */
static inline int lw_swap_paths(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, -100 /* AT_FDCWD */, one, -100, other, 2 /* RENAME_EXCHANGE */);
}

/* Lets a database read one pack, which its index names. */
static inline int lw_git_odb_add_pack(git_odb *database, const char *index) {
    git_odb_backend *pack = NULL;
    int code = git_odb_backend_one_pack(&pack, index);
    return code < 0 ? code : git_odb_add_backend(database, pack, 1);
}

#endif
