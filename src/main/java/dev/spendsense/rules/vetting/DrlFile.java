package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.RuleFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outline of a rule file: a package, imports, rules. Anything else at the top of a file (functions, types, globals,
 * queries, dialects) is not part of the language here.
 *
 * @param path within the rule folder
 * @param packageName where the rules live, empty when it is missing
 * @param packageLine line of that
 * @param imports qualified names, perhaps ending in {@code .*}, with their places
 * @param rules in the order of the file
 */
record DrlFile(String path, String packageName, int packageLine, List<DrlToken> imports, List<DrlRule> rules) {

    static DrlFile read(String path, String text, List<RuleFault> faults) {
        return new Parser(path, DrlLexer.read(path, text, faults), faults).file();
    }

    private static final class Parser {

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
                if (token.is("package")) {
                    packageLine = token.line();
                    packageName = qualifiedName().text();
                } else if (token.is("import")) {
                    imports.add(qualifiedName());
                } else if (token.is("rule")) {
                    rule(token);
                } else if (!token.is(";")) {
                    report(token, "", token.text() + " is not allowed here", "a file holds a package, imports, rules");
                    skipToRule();
                }
            }
            return new DrlFile(path, packageName, packageLine, imports, rules);
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
                report(keyword, "", "the rule has no name in quotes", "write rule \"What it finds\"");
                skipToRule();
                return;
            }
            String name = tokens.get(at++).text();
            Optional<DrlToken> group = attributes(name);
            List<DrlToken> conditions = upTo("then", name, keyword);
            List<DrlToken> consequence = upTo("end", name, keyword);
            rules.add(new DrlRule(name, keyword.line(), group, conditions, consequence));
        }

        private Optional<DrlToken> attributes(String rule) {
            DrlToken group = null;
            while (at < tokens.size() && !tokens.get(at).is("when")) {
                DrlToken token = tokens.get(at++);
                if (token.is("ruleflow-group") && at < tokens.size()) {
                    group = tokens.get(at++);
                } else if (token.is("salience") && at < tokens.size()) {
                    at += tokens.get(at).is("-") ? 1 : 0;
                    if (tokens.get(at++).kind() != DrlToken.Kind.NUMBER) {
                        report(token, rule, "salience has to be a number", "write salience 10");
                    }
                } else if (token.is("@")) {
                    tag(rule);
                } else {
                    report(
                            token,
                            rule,
                            token.text() + " is not allowed before when",
                            "only ruleflow-group, salience and @tags are");
                    return Optional.ofNullable(group);
                }
            }
            at++;
            return Optional.ofNullable(group);
        }

        /** A tag is {@code @name( words and texts )}. */
        private void tag(String rule) {
            at++;
            if (at < tokens.size() && tokens.get(at).is("(")) {
                while (at < tokens.size() && !tokens.get(at).is(")")) {
                    DrlToken token = tokens.get(at++);
                    if (token.is("when") || token.is("{")) {
                        report(token, rule, "a tag is not closed", "add )");
                        return;
                    }
                }
                at++;
            }
        }

        private List<DrlToken> upTo(String keyword, String rule, DrlToken beginning) {
            int from = Math.min(at, tokens.size());
            while (at < tokens.size()
                    && !tokens.get(at).is(keyword)
                    && !tokens.get(at).is("rule")) {
                at++;
            }
            List<DrlToken> between = tokens.subList(from, Math.min(at, tokens.size()));
            if (at < tokens.size() && tokens.get(at).is(keyword)) {
                at++;
            } else {
                report(beginning, rule, "the rule has no " + keyword, "add " + keyword);
            }
            return between;
        }

        private void skipToRule() {
            while (at < tokens.size() && !tokens.get(at).is("rule")) {
                at++;
            }
        }

        private void report(DrlToken token, String rule, String problem, String remedy) {
            faults.add(new RuleFault(path, token.line(), token.column(), rule, problem, remedy));
        }
    }
}
