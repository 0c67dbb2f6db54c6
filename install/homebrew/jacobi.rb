# A formula for Homebrew. To publish: a repository named homebrew-tap with this file in Formula/, the archive's address and
# hash (shasum -a 256 FILE) of the release put in; users then say: brew install OWNER/tap/jacobi
# To try before: brew install --build-from-source ./jacobi.rb && brew test jacobi && brew audit --new jacobi
class Jacobi < Formula
  desc "Jupyter kernel for teaching notebooks in Java: tensors, autodiff, figures"
  homepage "https://github.com/OWNER/jacobi"
  url "https://github.com/OWNER/jacobi/releases/download/v0.2.0/jacobi-0.2.0.tar.gz"
  sha256 "REPLACE_WITH_THE_HASH_OF_THE_ARCHIVE"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install "jacobi.jar", "install"
    pkgshare.install "notebooks"
    doc.install Dir["src/site/markdown/*"]
    (bin/"jacobi").write_env_script libexec/"install/jacobi", Language::Java.overridable_java_home_env
  end

  def caveats
    <<~TEXT
      Make the kernel known to Jupyter:
        jacobi install --user
      The chapters are in #{opt_pkgshare}/notebooks
    TEXT
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/jacobi --version")
    (testpath/"t.ipynb").write <<~JSON
      {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null,
                  "source": ["arange(4).sum()"]}],
       "metadata": {"kernelspec": {"name": "jacobi", "display_name": "Java (Jacobi)"}}, "nbformat": 4, "nbformat_minor": 5}
    JSON
    system bin/"jacobi", "run", "t.ipynb", "--output", testpath/"out"
    assert_match "tensor(6)", (testpath/"out/t.ipynb").read
  end
end
