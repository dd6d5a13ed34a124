package dev.spendsense.report.accuracy;

import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Truth and answer of each customer, as numbers of names: laid out for being summed up hundreds of times.
 *
 * @param names how many names there are; the first stands for none
 */
public record Outcomes(int names, int[] planted, int[] assigned) {

    /** The latest look at each customer. */
    public static Outcomes of(List<Subject> subjects) {
        Map<String, Integer> numbers = new HashMap<>(Map.of(Confusion.NONE, 0));
        List<int[]> pairs = new ArrayList<>();
        for (Subject subject : subjects) {
            Look look = subject.last();
            String truth = subject.truthAt(look).orElse(Confusion.NONE);
            String answer = look.primary().orElse(Confusion.NONE);
            pairs.add(new int[] {
                numbers.computeIfAbsent(truth, name -> numbers.size()),
                numbers.computeIfAbsent(answer, name -> numbers.size())
            });
        }
        return new Outcomes(
                numbers.size(),
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray());
    }

    /** Mean F1 over all names that occur when customers count so many times; NaN without any. */
    public double macroF1(int[] times) {
        int[] occurrences = new int[names];
        int[] right = new int[names];
        for (int i = 0; i < times.length; i++) {
            occurrences[planted[i]] += times[i];
            occurrences[assigned[i]] += times[i];
            right[planted[i]] += planted[i] == assigned[i] ? times[i] : 0;
        }
        double sum = 0;
        int occurring = 0;
        for (int name = 1; name < names; name++) {
            if (occurrences[name] > 0) {
                sum += 2.0 * right[name] / occurrences[name];
                occurring++;
            }
        }
        return sum / occurring;
    }

    /** Share of answers that are the truth when customers count so many times; NaN without any. */
    public double correct(int[] times) {
        double right = 0;
        double all = 0;
        for (int i = 0; i < times.length; i++) {
            right += planted[i] == assigned[i] && planted[i] != 0 ? times[i] : 0;
            all += times[i];
        }
        return right / all;
    }
}
