#ifndef LEXWATCH_CCRYPTO_AGE_H
#define LEXWATCH_CCRYPTO_AGE_H

/* What age files are made of; each returns 1 when it is done, and for opening when it is good. */

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <string.h>

/* X25519 (RFC 7748): the public half of a secret key. */
static inline int lw_x25519_public(const unsigned char secret[32], unsigned char key[32]) {
    size_t count = 32;
    EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, NULL, secret, 32);
    int done = pair && EVP_PKEY_get_raw_public_key(pair, key, &count) == 1 && count == 32;
    EVP_PKEY_free(pair);
    if (!done) ERR_clear_error();
    return done;
}

/* X25519: what two parties share. Fails for a point of small order, whose secret everybody knows. */
static inline int lw_x25519_shared(const unsigned char secret[32], const unsigned char point[32], unsigned char shared[32]) {
    size_t count = 32;
    EVP_PKEY *pair = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, NULL, secret, 32);
    EVP_PKEY *half = EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, NULL, point, 32);
    EVP_PKEY_CTX *context = pair ? EVP_PKEY_CTX_new(pair, NULL) : NULL;
    int done = half && context && EVP_PKEY_derive_init(context) == 1 && EVP_PKEY_derive_set_peer(context, half) == 1
        && EVP_PKEY_derive(context, shared, &count) == 1 && count == 32;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(half);
    EVP_PKEY_free(pair);
    if (!done) ERR_clear_error();
    return done;
}

/* ChaCha20-Poly1305 (RFC 8439) without additional data; sealed is 16 bytes longer than plain. */
static inline int lw_chacha_seal(
    const unsigned char key[32], const unsigned char nonce[12], const unsigned char *plain, int count, unsigned char *sealed) {
    int length = 0, last = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int done = context && EVP_EncryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, nonce) == 1
        && EVP_EncryptUpdate(context, sealed, &length, plain, count) == 1
        && EVP_EncryptFinal_ex(context, sealed + length, &last) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, sealed + count) == 1;
    EVP_CIPHER_CTX_free(context);
    if (!done) ERR_clear_error();
    return done && length + last == count;
}

static inline int lw_chacha_open(
    const unsigned char key[32], const unsigned char nonce[12], const unsigned char *sealed, int count, unsigned char *plain) {
    int length = 0, last = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int good = context && count >= 16
        && EVP_DecryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, nonce) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, (void *)(sealed + count - 16)) == 1
        && EVP_DecryptUpdate(context, plain, &length, sealed, count - 16) == 1
        && EVP_DecryptFinal_ex(context, plain + length, &last) == 1;
    EVP_CIPHER_CTX_free(context);
    if (!good) ERR_clear_error();
    return good && length + last == count - 16;
}

static inline int lw_hmac_sha256(
    const unsigned char *key, int length, const unsigned char *message, size_t count, unsigned char code[32]) {
    unsigned int size = 32;
    return HMAC(EVP_sha256(), key, length, message, count, code, &size) != NULL && size == 32;
}

/* scrypt (RFC 7914) with r = 8 and p = 1, as age has it. */
static inline int lw_scrypt(
    const char *phrase, size_t length, const unsigned char *salt, size_t count, unsigned int log, unsigned char key[32]) {
    uint64_t n = (uint64_t)1 << log;
    int done = EVP_PBE_scrypt(phrase, length, salt, count, n, 8, 1, n * 1024 + (1 << 21), key, 32) == 1;
    if (!done) ERR_clear_error();
    return done;
}

#endif
