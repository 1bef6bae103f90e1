#ifndef LEXWATCH_CCURL_SHIM_H
#define LEXWATCH_CCURL_SHIM_H
#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic: Swift cannot call them, so each kind of value gets a function. */
#endif
