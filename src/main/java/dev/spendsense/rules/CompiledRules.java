package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.vetting.BytecodePolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseMutabilityOption;

/**
 * The executable model of a rule folder as a jar. It is code, so it is checked before its classes are defined, wherever
 * it came from; loading it needs no compiler.
 */
final class CompiledRules {

    private static final String MODEL_LIST = "/drools-model";
    private static final String CLASS = ".class";

    /** Describes the module to a container that nobody asks for here; it is never loaded. */
    private static final String PROJECT_MODEL = "org/drools/project/model/ProjectModel";

    private final Map<String, byte[]> classes = new HashMap<>();
    private final List<String> models = new ArrayList<>();

    private CompiledRules() {}

    static CompiledRules read(byte[] jar) {
        CompiledRules rules = new CompiledRules();
        try (JarInputStream entries = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                String name = entry.getName();
                if (name.endsWith(CLASS) && !name.startsWith(PROJECT_MODEL)) {
                    String className =
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.');
                    rules.classes.put(className, entries.readAllBytes());
                } else if (name.startsWith("META-INF/kie/") && name.endsWith(MODEL_LIST)) {
                    String list = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                    rules.models.addAll(list.lines()
                            .filter(line -> !line.isBlank() && !line.contains(":")) // the header names a version
                            .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a compiled rule file cannot be read", e);
        }
        return rules;
    }

    /**
     * Checks the classes, then loads them.
     *
     * @throws BrokenRules when a class does something that rules may not do
     */
    KieBase load() {
        List<RuleFault> faults = new BytecodePolicy(Set.copyOf(Phase.folders())).check(classes);
        if (!faults.isEmpty()) {
            throw new BrokenRules(faults);
        }
        VettedLoader loader = new VettedLoader(classes);
        List<Model> instances = new ArrayList<>();
        try {
            for (String model : models) {
                Model instance =
                        (Model) loader.loadClass(model).getDeclaredConstructor().newInstance();
                JoinWatch.over(instance);
                instances.add(instance);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled rules do not fit this version of the program", e);
        }
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader);
        // Nobody adds rules later, so that facts which no rule asks for need not be kept.
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        return KieBaseBuilder.createKieBaseFromModel(instances, configuration);
    }

    /** Defines the vetted classes and no others. */
    private static final class VettedLoader extends ClassLoader {

        private final Map<String, byte[]> classes;

        VettedLoader(Map<String, byte[]> classes) {
            super(CompiledRules.class.getClassLoader());
            this.classes = classes;
        }

        /**
         * Asks nobody else for the classes that are here: a loader of the platform remembers every name that it was ever
         * asked for, and rules that are compiled anew have new names.
         */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!classes.containsKey(name)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
