package studio.pastiche.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchExceptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          RuntimeError: DefaultCPUAllocator: can't allocate memory: you tried to allocate 12 bytes | true
          torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB | true
          RuntimeError: could not create a primitive | true
          std::bad_alloc | true
          RuntimeError: size mismatch, got 3 and 4 | false
          """)
  void itKnowsWhatASmallerPictureWouldHelp(String message, boolean memory) {
    var problem = new TorchException("evaluate", new RuntimeException(message));
    assertEquals(memory, problem.outOfMemory());
  }
}
