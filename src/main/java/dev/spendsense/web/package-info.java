/**
 * The service: what the product knows and does, by REST under {@code /api/v1}, for programs and for the dashboard. Each
 * resource has a room ({@code web.datasets}, {@code web.scenarios}, ...) with a thin controller; what it answers with is
 * computed by the packages below. {@link dev.spendsense.web.serve.ServeCommand} starts it. Only this package knows Spring.
 *
 * <h2>How an endpoint is added</h2>
 *
 * <ul>
 *   <li><b>Controller</b>: a package-private {@code @RestController} with {@code @RequestMapping(Api.ROOT + "/things")} in
 *       the resource's room, and a {@code @Tag}. It is found by itself. What it answers with are records; their members
 *       become snake case in JSON, enums too, what is {@code null} or an empty {@code Optional} is left out. Money is
 *       {@code long ...Cents}, dates are ISO-8601. What the command line prints as JSON has its record in {@link
 *       dev.spendsense.json}; use it.
 *   <li><b>Role</b>: every handler has {@link dev.spendsense.web.security.Needs @Needs(Role.VIEWER)} or higher. One
 *       without does not start. The role is checked before the body is read, and stands in the specification ({@code
 *       x-role}), from which a test walks every endpoint. Who calls is a parameter {@link
 *       dev.spendsense.web.security.Caller}.
 *   <li><b>Dataset</b>: {@code Datasets.find(name)} gives the {@link dev.spendsense.web.datasets.ServedDataset} of a name
 *       from the path, or raises the problem that there is none or that it is damaged. {@code read(dataset -> ...)} lends
 *       a {@link dev.spendsense.dataset.Dataset} to one thread; {@code keep(key, ...)} makes something once for as long as
 *       the file stays what it is, and closes it then. Hold on to none of them beyond the request. What takes long is a
 *       {@link dev.spendsense.web.datasets.Studies study}: 202 with Retry-After until it is found; it leaves out, by itself,
 *       what was found about users who have withdrawn their consent.
 *   <li><b>Problem</b>: throw {@link dev.spendsense.web.problems.Problem}: {@code Problem.of(ProblemType.UNKNOWN_USER,
 *       "there is no user " + id).with("user_id", id)}. For a wrong field {@link
 *       dev.spendsense.web.problems.Problem#field}. A new kind is a new constant of {@link
 *       dev.spendsense.web.problems.ProblemType}; its name is part of the interface for ever. Exceptions of the packages
 *       below are translated in {@link dev.spendsense.web.problems.ProblemAdvice}, not in controllers.
 *   <li><b>Lists</b>: take a {@link dev.spendsense.web.PageRequest} ({@code @ParameterObject}), answer a {@link
 *       dev.spendsense.web.Page}. A list that is small and in memory is paged by {@code PageRequest.page(list)}; others
 *       make cursors of their own.
 *   <li><b>ETag</b>: answer {@code ResponseEntity.ok().eTag(tag).body(...)}, tags from {@link
 *       dev.spendsense.web.Versions}; Spring then answers 304 by itself. Writes take {@code @RequestHeader(name =
 *       "If-Match", required = false)} and call {@code Versions.mustMatch(header, current)}: 428 when it is missing, 412
 *       when it is stale.
 *   <li><b>Time</b>: the {@code java.time.Clock} is a bean. <b>Settings</b>: {@link dev.spendsense.web.ServiceSettings},
 *       one key more is one row more in the README.
 * </ul>
 */
package dev.spendsense.web;
