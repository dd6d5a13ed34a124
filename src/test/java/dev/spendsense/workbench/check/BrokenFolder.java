package dev.spendsense.workbench.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A sound folder of rules with one slip in it, from a list of slips. Each names a {@code file} and a text to
 * {@code replace} {@code by} another, or to {@code append}, or the file's whole {@code text}; the mark ‸ stands where the
 * fault is to be told. Where that is another file, {@code at} has its name and, after a bar, a text with the mark; without
 * the text, the file as a whole.
 *
 * @param name of the slip
 * @param code of the fault that is expected
 * @param says a part of its message or remedy
 * @param expected file, line, column and code
 * @param texts of the files that differ; {@code null} where one is missing
 * @param charset they are saved in
 * @param folder where the broken folder is written to
 */
record BrokenFolder(
        String name,
        String code,
        String says,
        String expected,
        Map<String, String> texts,
        Charset charset,
        Path folder) {

    static final Path CORPUS = Path.of("src/test/resources/dev/spendsense/workbench/check");
    static final Path BASE = CORPUS.resolve("base");
    private static final String MARK = "‸";

    static List<BrokenFolder> corpus(Path work) {
        List<BrokenFolder> corpus = new ArrayList<>();
        for (Path list : files(CORPUS.resolve("cases"))) {
            List<Map<String, String>> slips = new Yaml().load(read(list));
            slips.forEach(slip -> corpus.add(of(slip, work.resolve("f" + corpus.size()))));
        }
        return corpus;
    }

    private static BrokenFolder of(Map<String, String> slip, Path folder) {
        Map<String, String> texts = new TreeMap<>();
        String file = slip.get("file");
        String text = Files.exists(BASE.resolve(file)) ? read(BASE.resolve(file)) : "";
        if (slip.containsKey("replace")) {
            if (!text.contains(slip.get("replace"))) {
                throw new IllegalArgumentException(
                        slip.get("case") + ": " + file + " does not say " + slip.get("replace"));
            }
            int from = text.indexOf(slip.get("replace"));
            text = text.substring(0, from)
                    + slip.get("by")
                    + text.substring(from + slip.get("replace").length());
        } else if (slip.containsKey("append")) {
            text += slip.get("append");
        } else {
            text = slip.get("text");
        }
        String marked = text == null ? "" : text;
        texts.put(file, text == null ? null : text.replace(MARK, ""));
        String place;
        if (slip.containsKey("at")) {
            String[] at = slip.get("at").split("\\|", 2);
            String other =
                    texts.containsKey(at[0]) ? texts.get(at[0]) : at.length == 1 ? "" : read(BASE.resolve(at[0]));
            place = at[0] + ":" + (at.length == 1 ? "0:0" : place(other.replace(at[1].replace(MARK, ""), at[1])));
        } else {
            place = file + ":" + place(marked);
        }
        Charset charset = Charset.forName(slip.getOrDefault("charset", "UTF-8"));
        String says = slip.getOrDefault("says", "");
        String expected = place + " " + slip.get("code");
        return new BrokenFolder(slip.get("case"), slip.get("code"), says, expected, texts, charset, folder);
    }

    private static String place(String marked) {
        int at = marked.indexOf(MARK);
        if (at < 0) {
            throw new IllegalArgumentException("no mark in\n" + marked);
        }
        String before = marked.substring(0, at);
        return 1 + before.chars().filter(c -> c == '\n').count() + ":" + (at - before.lastIndexOf('\n'));
    }

    /** Both slips in one folder. */
    BrokenFolder and(BrokenFolder other) {
        Map<String, String> both = new TreeMap<>(texts);
        both.putAll(other.texts);
        return new BrokenFolder(name, code, says, expected, both, charset, folder.resolveSibling("several"));
    }

    /** Writes the folder. */
    @Override
    public Path folder() {
        try (Stream<Path> files = Files.walk(BASE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = BASE.relativize(file).toString();
                if (!texts.containsKey(path)) {
                    write(path, Files.readString(file), StandardCharsets.UTF_8);
                }
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                if (text.getValue() != null) {
                    write(text.getKey(), text.getValue(), charset);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String path, String text, Charset encoding) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text, encoding);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
