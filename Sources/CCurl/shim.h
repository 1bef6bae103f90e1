#ifndef LEXWATCH_CCURL_SHIM_H
#define LEXWATCH_CCURL_SHIM_H
#include <brotli/decode.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <zlib.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic: Swift cannot call them, so each kind of value gets a function.
   Their names stand in parentheses because both are also macros. */

static inline CURLcode lexwatch_curl_set_long(CURL *handle, CURLoption option, long value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode lexwatch_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode lexwatch_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode lexwatch_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return (curl_easy_setopt)(handle, option, value);
}

/* CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION. */
typedef size_t (*lexwatch_curl_sink)(char *bytes, size_t size, size_t count, void *user);

static inline CURLcode lexwatch_curl_set_sink(CURL *handle, CURLoption option, lexwatch_curl_sink value) {
    return (curl_easy_setopt)(handle, option, value);
}

/* CURLOPT_OPENSOCKETFUNCTION. */
typedef curl_socket_t (*lexwatch_curl_opener)(void *user, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode lexwatch_curl_set_opener(CURL *handle, lexwatch_curl_opener value) {
    return (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode lexwatch_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLcode lexwatch_curl_get_string(CURL *handle, CURLINFO info, char **value) {
    return (curl_easy_getinfo)(handle, info, value);
}

static inline CURLcode lexwatch_curl_get_certificates(CURL *handle, struct curl_certinfo **value) {
    return (curl_easy_getinfo)(handle, CURLINFO_CERTINFO, value);
}

/* The result of a finished transfer; CURLMsg holds it in a union that Swift sees badly. Returns 0 where none is. */
static inline int lexwatch_curl_multi_result(CURLM *multi, CURLcode *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left))) {
        if (message->msg == CURLMSG_DONE) {
            *code = message->data.result;
            return 1;
        }
    }
    return 0;
}

/* struct curl_sockaddr ends with a sockaddr that is shorter than what lies there. Writes 4 or 16 bytes and the port;
   returns how many bytes, 0 for a family that is neither IPv4 nor IPv6. */
static inline int lexwatch_curl_address(const struct curl_sockaddr *from, unsigned char bytes[16], int *port) {
    if (from->family == AF_INET && from->addrlen >= sizeof(struct sockaddr_in)) {
        struct sockaddr_in four;
        memcpy(&four, &from->addr, sizeof four);
        memcpy(bytes, &four.sin_addr, 4);
        *port = ntohs(four.sin_port);
        return 4;
    }
    if (from->family == AF_INET6 && from->addrlen >= sizeof(struct sockaddr_in6)) {
        struct sockaddr_in6 six;
        memcpy(&six, &from->addr, sizeof six);
        memcpy(bytes, &six.sin6_addr, 16);
        *port = ntohs(six.sin6_port);
        return 16;
    }
    return 0;
}

/* inflateInit2 is a macro. */
static inline int lexwatch_inflate_begin(z_streamp stream, int bits) { return inflateInit2(stream, bits); }

#endif
