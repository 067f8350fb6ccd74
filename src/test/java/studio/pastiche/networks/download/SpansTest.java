package studio.pastiche.networks.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void whatIsMissingLiesBetweenWhatIsThere() {
    Spans spans = new Spans();
    spans.add(new Span(10, 20));
    spans.add(new Span(30, 40));
    spans.add(new Span(20, 30));
    spans.add(new Span(50, 60));
    assertEquals(
        List.of(new Span(0, 10), new Span(40, 50), new Span(60, 70)),
        spans.missingFrom(new Span(0, 70)));
    assertEquals(List.of(), spans.missingFrom(new Span(12, 38)));
  }

  @Test
  void itAgreesWithASetOfSingleBytes() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Spans spans = new Spans();
      BitSet bytes = new BitSet();
      for (int i = 0; i < 12; i++) {
        int from = random.nextInt(100);
        int to = from + random.nextInt(20);
        spans.add(new Span(from, to));
        bytes.set(from, to);
      }
      int from = random.nextInt(60);
      int to = from + random.nextInt(60);
      BitSet missing = new BitSet();
      spans.missingFrom(new Span(from, to)).forEach(s -> missing.set((int) s.from(), (int) s.to()));
      BitSet expected = new BitSet();
      expected.set(from, to);
      expected.andNot(bytes);
      assertEquals(expected, missing);
    }
  }
}
