package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void phrases_get_codes_only_while_there_is_room_and_words_always() {
        Dictionary dictionary = new Dictionary(3);

        assertThat(dictionary.codes(List.of("a", "b"))).containsExactly(0, 1);
        assertThat(dictionary.codesWhileThereIsRoom(List.of("b", "c", "d", "e")))
                .containsExactly(1, 2, Dictionary.NO_CODE, Dictionary.NO_CODE);
        assertThat(dictionary.codes(List.of("d"))).containsExactly(3);
        assertThat(dictionary.codesWhileThereIsRoom(List.of("d", "e"))).containsExactly(3, Dictionary.NO_CODE);
    }
}
