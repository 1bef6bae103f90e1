#ifndef LEXWATCH_CCRYPTO_SHIM_H
#define LEXWATCH_CCRYPTO_SHIM_H

/* The plain SHA functions are marked as deprecated in OpenSSL 3. They are used on purpose: unlike EVP they cannot
   fail and take no memory, and they cost a tenth for the 65 bytes of a node. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

static inline void lw_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes, count);
    SHA256_Final(digest, &context);
}

static inline void lw_sha512(const void *bytes, size_t count, unsigned char digest[64]) {
    SHA512_CTX context;
    SHA512_Init(&context);
    SHA512_Update(&context, bytes, count);
    SHA512_Final(digest, &context);
}

/* RFC 6962, 2.1: a node hashes 0x01 and its two children. */
static inline void lw_log_node(const unsigned char left[32], const unsigned char right[32], unsigned char digest[32]) {
    static const unsigned char prefix = 1;
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &prefix, 1);
    SHA256_Update(&context, left, 32);
    SHA256_Update(&context, right, 32);
    SHA256_Final(digest, &context);
}

/* RFC 6962, 2.1: a leaf hashes 0x00 and the entry. */
static inline void lw_log_leaf(const void *entry, size_t count, unsigned char digest[32]) {
    static const unsigned char prefix = 0;
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &prefix, 1);
    SHA256_Update(&context, entry, count);
    SHA256_Final(digest, &context);
}

/* Ed25519 (RFC 8032) from and to raw bytes; each returns 1 when it is done, and for a check when it is good. */
static inline int lw_ed25519_public(const unsigned char seed[32], unsigned char key[32]) {
    size_t count = 32;
    EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, 32);
    int done = pair && EVP_PKEY_get_raw_public_key(pair, key, &count) == 1 && count == 32;
    EVP_PKEY_free(pair);
    return done;
}

static inline int lw_ed25519_sign(
    const unsigned char seed[32], const unsigned char *message, size_t length, unsigned char signature[64]) {
    size_t count = 64;
    EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, 32);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int done = pair && context && EVP_DigestSignInit(context, NULL, NULL, NULL, pair) == 1
        && EVP_DigestSign(context, signature, &count, message, length) == 1 && count == 64;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(pair);
    return done;
}

static inline int lw_ed25519_verify(
    const unsigned char key[32], const unsigned char signature[64], const unsigned char *message, size_t length) {
    EVP_PKEY *half = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key, 32);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = half && context && EVP_DigestVerifyInit(context, NULL, NULL, NULL, half) == 1
        && EVP_DigestVerify(context, signature, 64, message, length) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(half);
    /* A bad signature is an answer and no fault: nobody else shall find it on the list. */
    if (!good) ERR_clear_error();
    return good;
}

#endif
