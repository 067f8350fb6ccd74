package studio.pastiche.engine;

/// Where and in what a picture is computed. In a recipe that has been painted, `auto` is replaced
/// by what was chosen.
///
/// @param device `cpu`, `gpu`, `gpu:N` or `auto`
/// @param precision of the network
/// @param threads of the processor, 0 for PyTorch's own choice
public record Computation(String device, Precision precision, int threads) {
  public static final Computation AUTO = new Computation("auto", Precision.AUTO, 0);

  public Computation {
    Numbers.between("threads", threads, 0, 1024);
  }
}
