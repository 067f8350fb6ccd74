package studio.pastiche.engine;

import studio.pastiche.engine.torch.Scope;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// A picture at a size, made as it is read.
record PictureRows(Picture picture, Size size) implements Rows {
  @Override
  public int width() {
    return size.width();
  }

  @Override
  public int height() {
    return size.height();
  }

  @Override
  public Band rows(Scope scope, int top, int bottom) {
    float[] rows = picture.resizedRows(size, top, bottom);
    return new Band(scope.tensor(rows, 1, 3, bottom - top, size.width()), top);
  }
}
