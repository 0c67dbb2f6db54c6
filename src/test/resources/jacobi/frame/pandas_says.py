"""Writes six CSVs and what pandas prints for each into jacobi/frame test resources."""
import io, sys, os
import numpy as np, pandas as pd
pd.set_option('display.max_columns', 20, 'display.width', 80, 'display.unicode.east_asian_width', True)
out = sys.argv[1]; os.makedirs(out, exist_ok=True)
r = np.random.default_rng(42)

def put(name, text):
    with open(f'{out}/{name}', 'w', newline='') as f: f.write(text)

put('house_tiny.csv', 'NumRooms,Alley,Price\nNA,Pave,127500\n2,NA,106000\n4,NA,178100\nNA,NA,140000\n')
put('house_spaces.csv', 'NumRooms, Alley, Price\nNA, Pave, 127500\n2, NA, 106000\n4, NA, 178100\nNA, NA, 140000\n')
put('spellings.csv', '''id,flag,maybe,code,size,note,ratio,empty,huge,word
1,True,true,007,1e3,"plain",0.5,,12345678901,NA
2,False,,012,-2.5E-2,"a, comma",NaN,NA,-1,null
3,TRUE,false,100,+4,"say ""hi""",-inf,,0,N/A
4,false,NULL,1x0,.5,"two
lines",inf,n/a,99,#N/A
5,True,TRUE,5,5.,中文字,1e-7,nan,7,<NA>
6,False,False,,0,"a very long text that runs far over the fifty characters pandas shows",2,-NaN,8,-1.#IND
''')
n = 30
wide = pd.DataFrame({f'feature_{i:02d}': np.round(r.normal(0, 10 ** (i % 7 - 3), n), 4) for i in range(24)})
wide['count'] = r.integers(-5, 500, n); wide['name'] = [f'house {i}' for i in range(n)]
wide.to_csv(f'{out}/wide.csv', index=False, lineterminator='\n')
n = 150
long = pd.DataFrame({'station': r.choice(['Graz', 'Linz', 'Wien', 'Ötz'], n), 'day': np.arange(1, n + 1), 'temp': np.round(r.normal(8, 9, n), 1),
    'rain': np.where(r.random(n) < .3, np.nan, np.round(r.exponential(3, n), 2)), 'storm': r.random(n) < .2, 'pressure': np.round(r.normal(1013.25, 8, n), 3)})
long.to_csv(f'{out}/weather.csv', index=False, lineterminator='\n')
put('extremes.csv', 'tiny,large,mixed,exact,negative,whole\n1e-9,123456789.5,1e10,0.1,-3,1.0\n2.5e-7,1e6,0.001,0.25,-20,2.0\n,-5,3,0.125,0,3.0\n0.5,2500000.25,,1,-100,\n3,7,1e-5,2.0625,5,5.0\n')

def info(d):
    b = io.StringIO(); d.info(buf=b); return b.getvalue().rstrip('\n').replace('pandas.core.frame.DataFrame', 'jacobi.frame.DataFrame')

def sections(name, parts):
    with open(f'{out}/{name}', 'w', newline='') as f:
        for title, value in parts:
            f.write(f'=== {title}\n{value}\n')

def common(d):
    yield 'print', d
    yield 'dtypes', d.dtypes
    yield 'info', info(d)
    yield 'describe', d.describe()
    yield 'missing', d.isna().sum()
    yield 'head', d.head()
    yield 'tail 2', d.tail(2)
    yield 'columns', d.columns
    yield 'csv', d.head(8).to_csv(lineterminator='\n').rstrip('\n')

d = pd.read_csv(f'{out}/house_tiny.csv')
inputs, targets = d.iloc[:, 0:2], d.iloc[:, 2]
filled = inputs.fillna(inputs.mean(numeric_only=True))
sections('house_tiny.txt', [*common(d), ('inputs', inputs), ('targets', targets), ('filled', filled),
    ('dummies', pd.get_dummies(filled, dummy_na=True)), ('dummies plain', pd.get_dummies(filled)), ('row', d.iloc[0]), ('mean', d.mean(numeric_only=True)),
    ('row of numbers', pd.get_dummies(filled, dummy_na=True).iloc[0]),
    ('drop', d.drop(columns=d.isna().sum().idxmax())), ('dropna', d.dropna()), ('sorted', d.sort_values('Price', ascending=False)),
    ('isna', d.isna()), ('masked', d[d['Price'] > 120000]), ('scaled', d['Price'] / 1000), ('unsigned dtypes', pd.get_dummies(filled, dummy_na=True).dtypes)])
d = pd.read_csv(f'{out}/house_spaces.csv', skipinitialspace=True)
sections('house_spaces.txt', [*common(d), ('strict', pd.read_csv(f'{out}/house_spaces.csv')), ('strict columns', pd.read_csv(f'{out}/house_spaces.csv').columns)])
d = pd.read_csv(f'{out}/spellings.csv')
sections('spellings.txt', [*common(d), ('notes', d['note']), ('flags', d['flag']), ('by flag', d.groupby('flag')[['id', 'ratio', 'huge']].max()),
    ('counts', d['flag'].value_counts()), ('sorted by ratio', d[['id', 'ratio']].sort_values('ratio'))])
d = pd.read_csv(f'{out}/wide.csv')
sections('wide.txt', [*common(d), ('some', d[['feature_00', 'feature_03', 'feature_05', 'feature_06', 'feature_10', 'feature_12', 'name']].head(3)), ('std', d.std(numeric_only=True)), ('corner', d.iloc[2:5, -3:]), ('steps', d.iloc[::10, ::6])])
d = pd.read_csv(f'{out}/weather.csv')
left = d[['station', 'day', 'temp']].head(6)
right = pd.DataFrame({'station': ['Wien', 'Graz', 'Bern'], 'height': [151, 353, 542]})
right2 = pd.DataFrame({'station': ['Wien', 'Graz', 'Wien'], 'temp': [1.5, 2.5, 3.5]})
sections('weather.txt', [*common(d), ('mean by station', d.groupby('station').mean(numeric_only=True)), ('size by station', d.groupby('station').size()),
    ('mean by two', d.groupby(['station', 'storm']).mean(numeric_only=True)), ('rain by station', d.groupby('station')['rain'].sum()), ('two by station', d.groupby('station')[['temp','rain']].max()),
    ('count by station', d.groupby('station').count()), ('std by storm', d.groupby('storm').std(numeric_only=True)), ('first by station', d.groupby('station').first()),
    ('stations', d['station']), ('stations counted', d['station'].value_counts()), ('sorted', d.sort_values(['station', 'temp'], ascending=[True, False])),
    ('sorted by rain', d.sort_values('rain')), ('left', left), ('merge', left.merge(right)), ('merge left', left.merge(right, how='left')), ('merge right', left.merge(right, how='right')), ('merge outer', left.merge(right, how='outer')),
    ('merge suffixes', left.merge(right2, on='station')), ('concat', pd.concat([left, right])), ('concat ignoring', pd.concat([left, right2], ignore_index=True)), ('concat columns', pd.concat([left, right[['height']]], axis=1)),
    ('dummies', pd.get_dummies(d)), ('storms', d[d['storm']].describe()), ('text described', d[['station']].describe()), ('indexed', d.head(3).set_index('station')), ('reset', d.tail(3).reset_index(drop=True)),
    ('range', d.head(3).index), ('labels', d.tail(3).index), ('median', d.median(numeric_only=True)), ('totals', d[['day', 'temp']].sum()), ('extremes', d[['day', 'storm']].max()), ('reset kept', d.tail(2).reset_index())])
d = pd.read_csv(f'{out}/extremes.csv')
sections('extremes.txt', [*common(d), ('sum', d.sum()), ('large', d['large']), ('mixed', d['mixed']), ('only large', d[['large']]), ('whole and exact', d[['whole', 'exact']]), ('drop any', d.dropna()), ('filled', d.fillna(0)), ('correlation', d.corr()), ('by whole', d.groupby('whole')[['large']].sum()),
  ('empty', d[d['large'] > 1e300]), ('empty series', d[d['large'] > 1e300]['tiny']), ('cumulated', d['exact'].cumsum()), ('quantile', d.quantile(.9, numeric_only=True))])
