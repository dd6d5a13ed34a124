/**
 * Who may do what. A caller shows a token, as a bearer in every request or once for a session; the token's owner has a
 * role, and every handler says which it {@link dev.spendsense.web.security.Needs}. What says nothing is for nobody. Tokens
 * are kept hashed in {@code users.json} in the data folder; a service on loopback without any makes one up for as long as
 * it runs. Here is also what keeps browsers honest: headers, hosts, the size of requests.
 */
package dev.spendsense.web.security;
