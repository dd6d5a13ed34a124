package dev.spendsense.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that spark-submit takes, as it was packaged. */
class SparkJarIT {

    private static final List<String> SPARKS =
            List.of("spark-", "scala-", "hadoop-client-runtime", "netty-", "jersey-", "arrow-");

    private static final List<String> NOT_IN_IT = List.of(
            "org/apache/spark/",
            "org/apache/hadoop/",
            "org/apache/parquet/",
            "org/springframework/",
            "org/sqlite/",
            "org/slf4j/",
            "scala/",
            "com/fasterxml/",
            "dev/spendsense/cli/",
            "dev/spendsense/web/",
            "dev/spendsense/roster/");

    @Test
    void the_program_and_its_service_carry_no_spark() throws IOException {
        try (Stream<Path> libraries = Files.walk(Path.of("target", "lib"))) {
            assertThat(libraries.map(file -> file.getFileName().toString()).toList())
                    .anyMatch(name -> name.startsWith("drools-"))
                    .noneMatch(name -> SPARKS.stream().anyMatch(name::startsWith));
        }
    }

    @Test
    void it_carries_neither_spark_nor_spring_nor_sqlite() throws IOException {
        try (JarFile jar = new JarFile("target/spendsense-spark.jar")) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .contains(
                            "dev/spendsense/spark/Generate.class",
                            "dev/spendsense/spark/Report.class",
                            "org/drools/core/impl/RuleBaseFactory.class",
                            "shipped/rules/vocabulary.yaml",
                            "shipped/scenarios/full-dataset.yaml")
                    .noneMatch(name -> NOT_IN_IT.stream().anyMatch(name::startsWith));
        }
    }
}
