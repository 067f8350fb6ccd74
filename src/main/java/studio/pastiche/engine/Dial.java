package studio.pastiche.engine;

import java.util.Locale;

/// How much work goes into a picture: how many iterations each stage has, and how far their steps
/// go. The numbers were found by trial (docs/decisions/0024).
public enum Dial {
  /// To see whether it is worth more.
  DRAFT(new Shares(80, 40, 20, 50)),

  /// As far as the eye sees a change on a screen.
  GOOD(new Shares(200, 100, 40, 140)),

  /// Further than that, for a picture that is looked at closely.
  PRINT(new Shares(400, 200, 100, 350)),

  /// As crowsonkb/style-transfer-pytorch has it: 1000 iterations in the first stage and 500 in each
  /// other, at one learning rate.
  PEER(new Shares(1000, 500, 500, 500));

  /// The last stages, whose steps fall; those before lay out the strokes in even ones.
  private static final int FALLING = 2;

  private final Shares shares;

  Dial(Shares shares) {
    this.shares = shares;
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

  /// How the steps of a stage go.
  ///
  /// @param number of the stage, from 0
  /// @param stages how many there are
  Steps steps(int number, int stages) {
    if (this == PEER) {
      return Steps.PEER;
    }
    return stages - number <= FALLING ? Steps.FALLING : Steps.EVEN;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @param first what the smallest stage of several has
  /// @param small what each between it and the last two has
  /// @param beforeLast what the last but one has
  /// @param last what the largest has
  private record Shares(int first, int small, int beforeLast, int last) {
    int of(int number, int stages) {
      if (stages == 1) {
        return Math.max(first, last);
      } else if (number == 0) {
        return first;
      }
      return switch (stages - number) {
        case 1 -> last;
        case 2 -> beforeLast;
        default -> small;
      };
    }
  }
}
