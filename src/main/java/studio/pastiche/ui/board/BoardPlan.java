package studio.pastiche.ui.board;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.Look;
import studio.pastiche.session.RecipeSettings;

/// What a board paints: a grid of settings around the present ones.
///
/// @param base the present settings, at the board's size
/// @param across the setting that changes from left to right
/// @param down the setting that changes from top to bottom
/// @param columns values of `across`
/// @param rows values of `down`
public record BoardPlan(
    RecipeSettings base, Axis across, Axis down, List<Double> columns, List<Double> rows) {
  /// The long side of a board's pictures.
  public static final int SIZE = 224;

  /// Enough to tell them apart.
  public static final int ITERATIONS = 90;

  public static final int LEAST = 3;
  public static final int MOST = 5;

  public BoardPlan {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (across == down) {
      throw new IllegalArgumentException("a board needs two different settings");
    }
  }

  /// One of the pictures.
  ///
  /// @param number from 0, row by row
  public record Cell(int number, int row, int column, double across, double down) {}

  /// A board of `count`×`count` pictures, or fewer where a setting has no more values.
  ///
  /// @param present the settings as they are
  public static BoardPlan around(RecipeSettings present, Axis across, Axis down, int count) {
    RecipeSettings base =
        present.withSchedule(
            present
                .schedule()
                .withSize(Math.min(SIZE, present.schedule().size()))
                .withIterations(Math.min(ITERATIONS, present.schedule().total())));
    return new BoardPlan(
        base,
        across,
        down,
        across.around(across.of(present), usual(across), count),
        down.around(down.of(present), usual(down), count));
  }

  /// All cells, row by row.
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        cells.add(new Cell(cells.size(), row, column, columns.get(column), rows.get(row)));
      }
    }
    return cells;
  }

  /// The settings that a cell is painted with.
  public RecipeSettings settings(Cell cell) {
    return down.with(across.with(base, cell.across()), cell.down());
  }

  /// Whether a cell has the present values of both settings.
  public boolean isPresent(Cell cell) {
    return cell.across() == across.of(base) && cell.down() == down.of(base);
  }

  /// The largest style scale of all cells: no style image is needed larger.
  public double largestStyleScale() {
    return cells().stream().mapToDouble(c -> settings(c).schedule().styleScale()).max().orElse(1);
  }

  private static double usual(Axis axis) {
    Look look = Look.defaults();
    Tuning tuning = Tuning.defaults(1);
    return switch (axis) {
      case STYLE_WEIGHT -> tuning.styleWeight();
      case TV_WEIGHT -> tuning.tvWeight();
      case CONTENT_WEIGHT -> tuning.contentWeight();
      case STYLE_SCALE -> look.styleScale();
      case STYLE_MIX -> 0.5;
    };
  }
}
