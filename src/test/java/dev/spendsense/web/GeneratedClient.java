package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes a client of a specification, as anybody would: by the generator's program, and the compiler. */
final class GeneratedClient {

    private static final Path GENERATOR = Path.of("target", "client-generator", "openapi-generator-cli.jar");
    private static final String OPTIONS = "openApiNullable=false,hideGenerationTimestamp=true,useJakartaEe=true,"
            + "apiPackage=client.api,modelPackage=client.model,invokerPackage=client";

    private GeneratedClient() {}

    /**
     * Generates and compiles.
     *
     * @param users texts of programs that use the client
     * @param folder for texts and classes
     * @return where the classes are
     */
    static Path of(String specification, Path users, Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("openapi.json"), specification);
        Path log = folder.resolve("generator.log");
        Path texts = folder.resolve("client");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "--input-spec=" + file,
                        "--generator-name=java",
                        "--library=native",
                        "--output=" + texts,
                        "--additional-properties=" + OPTIONS,
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
                                + "apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(code).as("%s", Files.readString(log)).isZero();
        return compiled(
                List.of(texts.resolve("src/main/java"), users), Files.createDirectories(folder.resolve("classes")));
    }

    private static Path compiled(List<Path> texts, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter faults = new StringWriter();
        List<Path> sources = new ArrayList<>();
        for (Path folder : texts) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiles = compiler.getTask(
                            faults,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-proc:none",
                                    "-nowarn",
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiles).as("%s", faults).isTrue();
        }
        return classes;
    }
}
