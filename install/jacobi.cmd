@echo off
rem Runs Jacobi: finds a JDK and passes the arguments on to the jar beside this folder, or in a clone to target\jacobi.jar,
rem which it builds when sources are newer.
setlocal EnableExtensions DisableDelayedExpansion
for %%d in ("%~dp0..") do set "root=%%~fd"
set "jar=%root%\target\jacobi.jar"
if not exist "%root%\pom.xml" set "jar=%root%\jacobi.jar"

set "jdk="
if defined JAVA_HOME set "folder=%JAVA_HOME:"=%"
if defined JAVA_HOME call :try
if not defined jdk for /f "delims=" %%j in ('where javac 2^>nul') do set "folder=%%~dpj.." & call :try
if not defined jdk for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%USERPROFILE%\.jdks\*") do set "folder=%%~d" & call :try
if not defined jdk (
  call :chinese no_jdk
  if not defined told >&2 echo jacobi: no JDK of version 17 or later found.
  if not defined told >&2 echo   Install one:  winget install EclipseAdoptium.Temurin.21.JDK
  if not defined told >&2 echo   Then open a new window, or set JAVA_HOME to its folder.
  exit /b 2
)

if not exist "%root%\pom.xml" goto run
call :outdated
if not errorlevel 1 goto run
where mvn >nul 2>nul
if errorlevel 1 (
  call :chinese no_maven
  if not defined told >&2 echo jacobi: Maven is not installed; it builds Jacobi once.
  if not defined told >&2 echo   Get it from https://maven.apache.org/install.html and put its bin folder on the PATH.
  exit /b 2
)
call :chinese building
if not defined told >&2 echo jacobi: building ^(once; a minute or two the first time^) ...
if not exist "%root%\target" mkdir "%root%\target"
set "log=%root%\target\launcher-build.log"
pushd "%root%"
setlocal
set "JAVA_HOME=%jdk%"
call mvn -B -q -DskipTests -Dpackages.skip package >"%log%" 2>&1
set "built=%errorlevel%"
endlocal & set "built=%built%"
popd
if not "%built%"=="0" (
  >&2 findstr /l /b /c:"[ERROR]" "%log%"
  call :chinese build_failed
  if not defined told >&2 echo jacobi: the build failed; the whole log is in "%log%"
  exit /b 2
)
copy /b "%jar%"+,, "%jar%" >nul

:run
"%jdk%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Djdk.console=java.base -Dfile.encoding=UTF-8 -jar "%jar%" %*
exit /b %errorlevel%

rem Takes %folder% if it is a JDK of 17 or later. A variable, for "call" doubles carets and reads quotes of its own.
:try
if defined jdk exit /b 0
if not exist "%folder%\bin\javac.exe" exit /b 0
if not exist "%folder%\release" exit /b 0
set "version="
set "major="
for /f "usebackq tokens=1,2 delims==" %%v in ("%folder%\release") do if "%%v"=="JAVA_VERSION" set "version=%%~w"
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"
if not defined major exit /b 0
if %major% geq 17 for %%d in ("%folder%") do set "jdk=%%~fd"
exit /b 0

rem Errorlevel 1 when the jar is missing or anything it is made of is newer.
:outdated
if not exist "%jar%" exit /b 1
set "JACOBI_ROOT=%root%"
powershell -NoProfile -Command "$r=$env:JACOBI_ROOT; $made=(Get-Item -LiteralPath ($r+'\target\jacobi.jar')).LastWriteTime; $new=Get-ChildItem -LiteralPath ($r+'\src\main'),($r+'\pom.xml'),($r+'\kernel.json') -Recurse | Where-Object { $_.LastWriteTime -gt $made }; if ($new) { exit 1 }"
exit /b %errorlevel%

rem Tells what %1 names in Chinese and sets %told%, where the reader's language is Chinese: JACOBI_LANG says so, or Windows.
rem Last in the file: no label is looked for in lines that are UTF-8 before the console's code page is.
:chinese
set "told="
set "language=%JACOBI_LANG%"
if not defined language for /f "tokens=3" %%l in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set "language=%%l"
if not defined language exit /b 0
if /i not "%language:~0,2%"=="zh" exit /b 0
set "told=%1"
for /f "tokens=2 delims=:." %%c in ('chcp') do set "page=%%c"
chcp 65001 >nul
call :%1
chcp %page% >nul
exit /b 0

:no_jdk
>&2 echo jacobi: 没有找到 17 或更高版本的 JDK。
>&2 echo   请安装一个：  winget install EclipseAdoptium.Temurin.21.JDK
>&2 echo   然后打开新的窗口；如果仍然找不到，请把 JAVA_HOME 设为它的文件夹。
exit /b 0

:no_maven
>&2 echo jacobi: 没有安装 Maven；构建 Jacobi 需要它，只需一次。
>&2 echo   请从 https://maven.apache.org/install.html 下载，并把它的 bin 文件夹加入 PATH。
exit /b 0

:building
>&2 echo jacobi: 正在构建（只需一次；第一次要一两分钟）……
exit /b 0

:build_failed
>&2 echo jacobi: 构建失败；完整的日志在 "%log%"
exit /b 0
