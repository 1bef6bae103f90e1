#ifndef LEXWATCH_CLIBXML2_SHIM_H
#define LEXWATCH_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian's libxml2 shows ICU's headers, which clash with Foundation's own ICU. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
/* xmlFree is a variable that holds a function, which Swift 6 takes for shared mutable state. */
static inline void lw_xml_free(void *p) { if (p) xmlFree(p); }
/* XPath prints some faults through a variadic function, which Swift cannot give. The setting is the thread's own. */
static void lw_xml_say_nothing(void *context, const char *format, ...) { (void)context; (void)format; }
static inline void lw_xml_silence(int on) { xmlSetGenericErrorFunc(NULL, on ? lw_xml_say_nothing : NULL); }
#endif
