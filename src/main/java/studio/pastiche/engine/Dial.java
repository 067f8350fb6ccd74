package studio.pastiche.engine;

import java.util.Locale;

/// How much work goes into a picture: how many iterations each stage has, and how far their steps
/// go. The numbers were found by trial (docs/decisions/0024).
public enum Dial {
  /// To see whether it is worth more.
  DRAFT(new Shares(160, 40, 1.3), Steps.FALLING),

  /// As far as the eye sees a change on a screen.
  GOOD(new Shares(400, 100, 1.4), Steps.FALLING),

  /// Further than that, for a picture that is looked at closely.
  PRINT(new Shares(800, 250, 1.4), Steps.FALLING),

  /// As crowsonkb/style-transfer-pytorch has it: 1000 iterations in the first stage and 500 in each
  /// other, at one learning rate.
  PEER(new Shares(1000, 500, 1), Steps.EVEN);

  private final Shares shares;
  private final Steps steps;

  Dial(Shares shares, Steps steps) {
    this.shares = shares;
    this.steps = steps;
  }

  /// The iterations of a stage, where nobody asks for another number in all.
  ///
  /// @param number of the stage, from 0
  /// @param stages how many there are
  public int iterations(int number, int stages) {
    return shares.of(number, stages);
  }

  /// The iterations of that many stages together.
  public int total(int stages) {
    int sum = 0;
    for (int number = 0; number < stages; number++) {
      sum += iterations(number, stages);
    }
    return sum;
  }

  /// How the steps of each stage go.
  Steps steps() {
    return steps;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @param first what the smallest stage of several has
  /// @param last what the largest has
  /// @param growth how many times as many each smaller one has, at most as many as the first
  private record Shares(int first, int last, double growth) {
    int of(int number, int stages) {
      if (number == 0 && stages > 1) {
        return first;
      }
      return (int) Math.min(first, Math.round(last * Math.pow(growth, stages - 1 - number)));
    }
  }
}
