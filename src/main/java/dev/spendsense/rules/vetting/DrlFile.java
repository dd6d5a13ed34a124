package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outline of a rule file: a package, imports, rules. Anything else at the top of a file (functions, types, globals,
 * queries, dialects) is not part of the language here.
 *
 * @param path within the rule folder
 * @param packageName where the rules live, empty when it is missing
 * @param packageLine line of that
 * @param imports qualified names, perhaps ending in {@code .*}, with their places
 * @param rules in the order of the file
 * @param tokens every word of the file
 */
public record DrlFile(
        String path,
        String packageName,
        int packageLine,
        List<DrlToken> imports,
        List<DrlRule> rules,
        List<DrlToken> tokens) {

    /** Reads a text; what does not fit is added to the faults. */
    public static DrlFile read(String path, String text, List<RuleFault> faults) {
        return new Parser(path, DrlLexer.read(path, text, faults), faults).file();
    }

    private static final class Parser {

        private static final int LONGEST_NAME = 200;
        private static final Set<String> TOP = Set.of("package", "import", "rule");

        private final String path;
        private final List<DrlToken> tokens;
        private final List<RuleFault> faults;
        private final List<DrlToken> imports = new ArrayList<>();
        private final List<DrlRule> rules = new ArrayList<>();
        private String packageName = "";
        private int packageLine;
        private int at;

        Parser(String path, List<DrlToken> tokens, List<RuleFault> faults) {
            this.path = path;
            this.tokens = tokens;
            this.faults = faults;
        }

        DrlFile file() {
            while (at < tokens.size()) {
                DrlToken token = tokens.get(at++);
                if (token.is(";")) {
                    continue;
                }
                String meant = token.text();
                if (!TOP.contains(meant) || token.isString()) {
                    Optional<String> nearest =
                            token.isWord() ? NearestName.of(token.text(), TOP) : Optional.<String>empty();
                    String remedy = nearest.map(word -> "did you mean " + word + "?")
                            .orElse("a file holds a package, imports and rules");
                    report(
                            FaultKind.UNEXPECTED_WORD,
                            token,
                            "",
                            token.shown() + " has no place outside of a rule",
                            remedy);
                    meant = nearest.orElse("");
                }
                switch (meant) {
                    case "package" -> {
                        packageLine = token.line();
                        packageName = qualifiedName().text();
                    }
                    case "import" -> imports.add(qualifiedName());
                    case "rule" -> rule(token);
                    default -> skipToRule();
                }
            }
            return new DrlFile(path, packageName, packageLine, imports, rules, tokens);
        }

        private DrlToken qualifiedName() {
            StringBuilder name = new StringBuilder();
            DrlToken first = at < tokens.size() ? tokens.get(at) : tokens.get(at - 1);
            int line = first.line();
            while (at < tokens.size()
                    && tokens.get(at).line() == line
                    && !tokens.get(at).is(";")) {
                DrlToken token = tokens.get(at++);
                // a space keeps "import static x" and "import function x" from looking like names
                boolean glued =
                        token.is(".") || token.is("*") || name.isEmpty() || name.charAt(name.length() - 1) == '.';
                name.append(glued ? "" : " ").append(token.text());
            }
            return new DrlToken(DrlToken.Kind.WORD, name.toString(), first.line(), first.column());
        }

        private void rule(DrlToken keyword) {
            if (at >= tokens.size() || !tokens.get(at).isString()) {
                DrlToken found = at < tokens.size() ? tokens.get(at) : keyword;
                report(
                        FaultKind.MISSING_QUOTES,
                        found,
                        "",
                        "the rule has no name in quotes",
                        "write rule \"What it finds\"");
                skipToRule();
                return;
            }
            int before = faults.size();
            DrlToken called = tokens.get(at++);
            String name = called.text();
            if (isUnsafeName(name)) {
                report(
                        FaultKind.BAD_CHARACTER,
                        called,
                        "",
                        "the name of a rule holds a quote, a backslash, */ or too much",
                        "name it in up to " + LONGEST_NAME + " plain letters and signs");
            }
            List<DrlToken> tags = new ArrayList<>();
            Optional<DrlToken> group = attributes(name, tags);
            List<DrlToken> conditions = part("then", name);
            List<DrlToken> consequence = part("end", name);
            boolean whole = faults.size() == before;
            rules.add(new DrlRule(name, keyword.line(), group, tags, conditions, consequence, whole));
        }

        /** The compiler writes names into comments and texts of what it generates. */
        private static boolean isUnsafeName(String name) {
            return name.length() > LONGEST_NAME
                    || name.contains("\"")
                    || name.contains("\\")
                    || name.contains("*/")
                    || name.contains("/*");
        }

        private Optional<DrlToken> attributes(String rule, List<DrlToken> tags) {
            DrlToken group = null;
            while (at < tokens.size() && !tokens.get(at).is("when")) {
                DrlToken token = tokens.get(at);
                if (token.is("ruleflow-group") && at + 1 < tokens.size()) {
                    if (group != null) {
                        report(FaultKind.UNEXPECTED_WORD, token, rule, "a second ruleflow-group", "keep one of them");
                    }
                    group = tokens.get(at + 1);
                    at += 2;
                } else if (token.is("salience") && at + 1 < tokens.size()) {
                    at += tokens.get(at + 1).is("-") ? 2 : 1;
                    if (at < tokens.size() && tokens.get(at).isNumber()) {
                        at++;
                    } else {
                        report(
                                FaultKind.UNEXPECTED_WORD,
                                token,
                                rule,
                                "salience has to be a number",
                                "write salience 10");
                        at += at < tokens.size() && !tokens.get(at).is("when") ? 1 : 0;
                    }
                } else if (token.is("@")) {
                    DrlToken before = tokens.get(at - 1);
                    if (group == before || before.isNumber()) {
                        String problem = "a tag stands before ruleflow-group and salience";
                        report(FaultKind.UNEXPECTED_WORD, token, rule, problem, "move it to the line after the name");
                    }
                    at++;
                    tag(rule, tags);
                } else {
                    noAttribute(token, rule);
                    return Optional.ofNullable(group);
                }
            }
            at++;
            return Optional.ofNullable(group);
        }

        /** Either something strange stands before {@code when}, or there is no {@code when}. */
        private void noAttribute(DrlToken token, String rule) {
            int next = at;
            while (next < tokens.size()
                    && !Set.of("when", "then", "end", "rule")
                            .contains(tokens.get(next).text())) {
                next++;
            }
            if (next < tokens.size() && tokens.get(next).is("when")) {
                report(
                        FaultKind.UNEXPECTED_WORD,
                        token,
                        rule,
                        token.shown() + " has no place before when",
                        "only ruleflow-group, salience and @tags do");
                at = next + 1;
            } else if (isMisspelt(token, "when")) {
                report(FaultKind.MISSING_KEYWORD, token, rule, token.text() + " is not known", "did you mean when?");
                at++;
            } else {
                report(FaultKind.MISSING_KEYWORD, token, rule, "when is missing", "write when on a line before this");
            }
        }

        private static boolean isMisspelt(DrlToken token, String keyword) {
            return token.isWord()
                    && !token.isBinding()
                    && NearestName.of(token.text(), Set.of(keyword)).isPresent();
        }

        /** A tag is {@code @name( words and texts )}. */
        private void tag(String rule, List<DrlToken> tags) {
            if (at < tokens.size()) {
                tags.add(tokens.get(at));
            }
            at++;
            if (at < tokens.size() && tokens.get(at).is("(")) {
                at++;
                while (at < tokens.size() && !tokens.get(at).is(")")) {
                    DrlToken token = tokens.get(at);
                    if (token.is("when") || token.is("{")) {
                        report(FaultKind.UNBALANCED_BRACKET, token, rule, "a tag is not closed", "add ) before this");
                        return;
                    }
                    boolean plain = token.isWord() || token.isNumber() || ",.-/".contains(token.text());
                    if (!plain && (!token.isString() || isUnsafeName(token.text()))) {
                        String problem = token.shown() + " has no place in a tag";
                        report(FaultKind.UNEXPECTED_WORD, token, rule, problem, "write words, numbers and plain texts");
                    }
                    at++;
                }
                at++;
            }
        }

        /** The words up to a keyword; without it, up to where the rule cannot go on. */
        private List<DrlToken> part(String keyword, String rule) {
            int from = Math.min(at, tokens.size());
            while (at < tokens.size()
                    && !tokens.get(at).is(keyword)
                    && !tokens.get(at).is("end")
                    && !tokens.get(at).is("rule")) {
                at++;
            }
            List<DrlToken> between = tokens.subList(from, Math.min(at, tokens.size()));
            if (at < tokens.size() && tokens.get(at).is(keyword)) {
                at++;
            } else if (!isKeywordMissing(rule)) {
                missing(keyword, rule, between);
            }
            return between;
        }

        /** Then the parts of the rule are cut wrongly anyway, and what else is missing may be there. */
        private boolean isKeywordMissing(String rule) {
            return faults.stream()
                    .anyMatch(fault -> fault.kind() == FaultKind.MISSING_KEYWORD
                            && fault.file().equals(path)
                            && fault.rule().equals(rule));
        }

        private void missing(String keyword, String rule, List<DrlToken> between) {
            DrlToken misspelt = between.stream()
                    .filter(token -> isMisspelt(token, keyword))
                    .filter(this::isAloneOnItsLine)
                    .findFirst()
                    .orElse(null);
            if (misspelt != null) {
                report(
                        FaultKind.MISSING_KEYWORD,
                        misspelt,
                        rule,
                        misspelt.text() + " is not known",
                        "did you mean " + keyword + "?");
                return;
            }
            DrlToken place = between.stream()
                    .filter(token -> keyword.equals("then") && token.is("insert"))
                    .findFirst()
                    .orElse(tokens.get(Math.min(at, tokens.size() - 1)));
            report(
                    FaultKind.MISSING_KEYWORD,
                    place,
                    rule,
                    keyword + " is missing",
                    at < tokens.size()
                            ? "write " + keyword + " on a line before this"
                            : "write " + keyword + " on a line after this");
        }

        private boolean isAloneOnItsLine(DrlToken token) {
            return tokens.stream().filter(other -> other.line() == token.line()).count() == 1;
        }

        private void skipToRule() {
            while (at < tokens.size() && !tokens.get(at).is("rule")) {
                at++;
            }
        }

        private void report(FaultKind kind, DrlToken token, String rule, String problem, String remedy) {
            faults.add(new RuleFault(path, token.line(), token.column(), rule, kind, problem, remedy));
        }
    }
}
