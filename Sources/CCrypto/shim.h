#ifndef LEXWATCH_CCRYPTO_SHIM_H
#define LEXWATCH_CCRYPTO_SHIM_H

/* The plain SHA functions are marked as deprecated in OpenSSL 3. They are used on purpose: unlike EVP they cannot
   fail and take no memory, and for the 65 bytes of a node they cost less than half. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

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

/* Ed25519 (RFC 8032) with raw bytes; each returns 1 when it is done, and for a check when it is good. */
static inline int lw_ed25519_sign(
    EVP_PKEY *pair, const unsigned char *message, size_t length, unsigned char signature[64]) {
    size_t count = 64;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int done = context && EVP_DigestSignInit(context, NULL, NULL, NULL, pair) == 1
        && EVP_DigestSign(context, signature, &count, message, length) == 1 && count == 64;
    EVP_MD_CTX_free(context);
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

/* OPENSSL_free is a macro. */
static inline void lw_crypto_free(void *memory) { OPENSSL_free(memory); }

/* The subject of who signed a token, to be freed; stacks are made of macros. NULL where there is not exactly one. */
static inline char *lw_ts_signer(PKCS7 *token) {
    STACK_OF(X509) *signers = PKCS7_get0_signers(token, NULL, 0);
    char *name = NULL;
    if (signers && sk_X509_num(signers) == 1) {
        name = X509_NAME_oneline(X509_get_subject_name(sk_X509_value(signers, 0)), NULL, 0);
    }
    sk_X509_free(signers);
    return name;
}

/* What a responder says in words, not to be freed; NULL where it says nothing. */
static inline const ASN1_STRING *lw_ts_words(const TS_STATUS_INFO *info) {
    const STACK_OF(ASN1_UTF8STRING) *text = TS_STATUS_INFO_get0_text(info);
    return text && sk_ASN1_UTF8STRING_num(text) > 0 ? sk_ASN1_UTF8STRING_value(text, 0) : NULL;
}

#endif
