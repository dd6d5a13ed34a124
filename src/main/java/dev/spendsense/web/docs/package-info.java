/** The interface's own description: OpenAPI at {@code /v3/api-docs}, and a page to read and try it at {@code /docs}. */
package dev.spendsense.web.docs;
